import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";
import { daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { replyTo, type Refused } from "./acts.ts";
import { ActionForm } from "./action-form.tsx";
import { WordsForm } from "./words-form.tsx";

interface ActionsProps {
  reference: string;
  actions: readonly {
    id: string;
    task: string;
    position: string;
    dueOn: Day;
    result: string | null;
    doneAt: Date | null;
  }[];
  mayWrite: boolean;
  refused: Refused | undefined;
  today: Day;
}

/** What is done about it, and by which position. */
export const Actions = ({ reference, actions, mayWrite, refused, today }: ActionsProps) => (
  <section id="actions">
    <h2 className="govuk-heading-m">Actions</h2>
    {actions.length === 0 ? (
      <p>There is no action yet.</p>
    ) : (
      <DataTable
        caption="Actions, the one that is due first before others"
        isCaptionHidden
        columns={["What", "By", "Due", "Result"]}
        rows={actions.map(({ id, task, position, dueOn, result, doneAt }) => ({
          key: id,
          cells: [
            task,
            position,
            dayInWords(dueOn),
            result === null || doneAt === null ? (
              <ToDo key="result" late={daysBetween(dueOn, today)} />
            ) : (
              `${result} (${dayInWords(londonDay(doneAt))})`
            ),
          ],
        }))}
      />
    )}
    {mayWrite
      ? actions.flatMap(({ id, task, doneAt }) =>
          doneAt === null
            ? [
                <WordsForm
                  key={id}
                  reference={reference}
                  intent="finish-action"
                  id={id}
                  summary={`Finish: ${task}`}
                  label="What came of it?"
                  reply={replyTo(refused, "finish-action", id)}
                />,
              ]
            : [],
        )
      : null}
    {mayWrite ? <ActionForm reference={reference} reply={replyTo(refused, "add-action")} /> : null}
  </section>
);

const ToDo = ({ late }: { late: number }) =>
  late > 0 ? <Tag tone="late">{daysLateInWords(late)}</Tag> : "To be done";
