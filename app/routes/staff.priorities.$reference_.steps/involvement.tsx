import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { planStages, planStageWords, type PlanStage } from "#app/domain/plan/states.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface InvolvementProps {
  plan: { reference: string; stage: PlanStage };
  entries: readonly {
    id: string;
    stage: PlanStage;
    heldOn: Day;
    who: string;
    how: string;
    whatChanged: string;
  }[];
  mayAdd: boolean;
  today: Day;
  reply: SubmissionResult | undefined;
}

/** How the community took part, stage by stage. */
export function Involvement({ plan, entries, mayAdd, today, reply }: InvolvementProps) {
  return (
    <section aria-labelledby="involvement">
      <h2 id="involvement" className="govuk-heading-m">
        How the community took part
      </h2>
      <p>Residents read this. Each stage needs one entry before the next one opens.</p>
      {entries.length === 0 ? (
        <p>There is no entry yet.</p>
      ) : (
        <DataTable
          caption="How the community took part"
          isCaptionHidden
          columns={["Day", "Stage", "Who", "How", "What changed"]}
          rows={entries.map(({ id, stage, heldOn, who, how, whatChanged }) => ({
            key: id,
            cells: [dayInWords(heldOn), planStageWords[stage], who, how, whatChanged],
          }))}
        />
      )}
      {mayAdd ? <InvolvementForm plan={plan} today={today} reply={reply} /> : null}
    </section>
  );
}

type Fields = Record<"stage" | "who" | "how" | "whatChanged", string> & { heldOn: DayParts | undefined };

function InvolvementForm({ plan, today, reply }: Pick<InvolvementProps, "plan" | "today" | "reply">) {
  const [, { stage, heldOn, who, how, whatChanged }] = useForm<Fields>({
    id: "involve",
    lastResult: reply,
    defaultValue: { stage: plan.stage, heldOn: partsOfDay(today) },
  });
  const opened = planStages.slice(0, planStages.indexOf(plan.stage) + 1);
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Add how the community took part</span>
      </summary>
      <ErrorSummary fields={[stage, dateFieldError(heldOn), who, how, whatChanged]} />
      <form method="post" action={paths.staff.planSteps(plan.reference)} noValidate>
        <Select
          field={stage}
          label="Stage"
          nothing="Choose a stage"
          groups={[{ label: "", items: opened.map((value) => ({ value, words: planStageWords[value] })) }]}
        />
        <DateField field={heldOn} legend="When" hint="For example, 27 3 2027" />
        <Textarea field={who} label="Who took part" hint="A group, never a person" rows={2} />
        <Textarea field={how} label="How" rows={2} />
        <Textarea field={whatChanged} label="What changed because of it" rows={2} />
        <Button name="intent" value="involve" look="secondary">
          Add the entry
        </Button>
      </form>
    </details>
  );
}
