import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { publicLineInWords } from "#app/domain/tasking/line-words.ts";
import type { DoneForPanel } from "#db/queries/panel-actions.ts";

/** What was done about the neighbourhood’s priorities since the panel met last. */
export function DoneSince({ done }: { done: readonly DoneForPanel[] }) {
  return (
    <section aria-labelledby="done-since">
      <h2 className="govuk-heading-m" id="done-since">
        What was done since the panel met last
      </h2>
      {done.length === 0 ? (
        <p>Nothing was finished since then of which residents can read.</p>
      ) : (
        <DataTable
          caption="Actions on local priorities, by priority"
          isCaptionHidden
          columns={["Priority", "What was done", "By", "When"]}
          rows={done.map(({ id, title, agency, line, doneOn, isJoint }) => ({
            key: id,
            cells: [
              title,
              isJoint ? publicLineInWords({ agency: agency ?? "The police", line, doneOn }) : line,
              agency ?? "The police",
              dayInWords(doneOn),
            ],
          }))}
        />
      )}
    </section>
  );
}
