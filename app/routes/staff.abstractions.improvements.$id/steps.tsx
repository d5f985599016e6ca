import { DataTable } from "#app/components/staff/data-table.tsx";
import { improvementStateWords } from "#app/domain/abstraction/improvement-words.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";

interface StepsProps {
  steps: readonly { id: string; at: Date; to: ImprovementState; line: string; by: string | null }[];
}

/** All that happened with it, the latest first. */
export function Steps({ steps }: StepsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">What happened</h2>
      <DataTable
        caption="Steps, the latest first"
        isCaptionHidden
        columns={["Day", "State", "Why", "By"]}
        rows={steps.map(({ id, at, to, line, by }) => ({
          key: id,
          cells: [dayInWords(londonDay(at)), improvementStateWords[to], line, by ?? "The figures"],
        }))}
      />
    </section>
  );
}
