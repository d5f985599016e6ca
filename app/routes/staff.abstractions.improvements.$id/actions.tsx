import { useForm, type SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { ImprovementActionState } from "#app/domain/abstraction/words.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { actionDueInWords, actionStateWords } from "#app/domain/plan/action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ActionsProps {
  id: string;
  actions: readonly {
    id: string;
    number: number;
    unit: string;
    task: string;
    dueOn: Day;
    state: ImprovementActionState;
    result: string | null;
    owner: string | null;
  }[];
  /** What the form offers; null for whoever only reads. */
  choices: {
    units: readonly { label: string; items: readonly { value: string; words: string }[] }[];
    owners: readonly { accountId: string; words: string }[];
  } | null;
  today: Day;
  reply: SubmissionResult | undefined;
}

/** What each unit does about it, and the form to add to that. */
export function Actions({ id, actions, choices, today, reply }: ActionsProps) {
  return (
    <section id="actions">
      <h2 className="govuk-heading-m">Actions</h2>
      {actions.length === 0 ? (
        <p>Nothing is planned yet.</p>
      ) : (
        <DataTable
          caption="Actions"
          isCaptionHidden
          columns={["Action", "Unit", "Owner", "Due", "State"]}
          rows={actions.map((action) => {
            const { number, unit, task, dueOn, state, result, owner } = action;
            const due = actionDueInWords(action, today);
            return {
              key: String(number),
              cells: [
                choices === null || state !== "open" ? (
                  `${number}. ${task}`
                ) : (
                  <Link
                    key="action"
                    className="govuk-link"
                    to={paths.abstractions.improvementAction(action.id)}
                  >
                    {number}. {task}
                  </Link>
                ),
                unit,
                owner ?? "Nobody",
                <div key="due">
                  {dayInWords(dueOn)}{" "}
                  {due === null ? null : <Tag tone={dueOn < today ? "late" : "now"}>{due}</Tag>}
                </div>,
                result === null ? actionStateWords[state] : `${actionStateWords[state]}: ${result}`,
              ],
            };
          })}
        />
      )}
      {choices === null ? null : (
        <AddForm id={id} choices={choices} isOpen={actions.length === 0} reply={reply} />
      )}
    </section>
  );
}

interface AddFormProps {
  id: string;
  choices: NonNullable<ActionsProps["choices"]>;
  isOpen: boolean;
  reply: SubmissionResult | undefined;
}

type Fields = Record<"unit" | "otherUnit" | "task" | "owner", string> & { dueOn: DayParts | undefined };

function AddForm({ id, choices, isOpen, reply }: AddFormProps) {
  const [, { unit, otherUnit, task, owner, dueOn }] = useForm<Fields>({ id: "action", lastResult: reply });
  return (
    <details className="govuk-details sn-no-print" open={isOpen || reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Add an action</span>
      </summary>
      <ErrorSummary fields={[task, unit, otherUnit, owner, dateFieldError(dueOn)]} />
      <form method="post" action={paths.abstractions.improvement(id)} noValidate>
        <Textarea field={task} label="What is to be done" hint="Name nobody" rows={3} />
        <Select
          field={unit}
          label="The unit that does it"
          hint="The unit that takes the officers, not only the team"
          nothing="Choose"
          groups={choices.units}
        />
        <TextInput field={otherUnit} label="Another unit (optional)" width={30} />
        <Select
          field={owner}
          label="Who sees to it"
          nothing="Choose"
          groups={[
            { label: "", items: choices.owners.map(({ accountId, words }) => ({ value: accountId, words })) },
          ]}
        />
        <DateField field={dueOn} legend="When it is due" hint="For example, 27 3 2027" />
        <Button name="intent" value="action" look="secondary">
          Add the action
        </Button>
      </form>
    </details>
  );
}
