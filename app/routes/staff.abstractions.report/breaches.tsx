import { DataTable } from "#app/components/staff/data-table.tsx";
import { improvementStateWords } from "#app/domain/abstraction/improvement-words.ts";
import type { PartLine } from "#app/domain/abstraction/rate-parts.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { monthInWords } from "#app/domain/measure/month.ts";

interface Improvement {
  id: string;
  team: string;
  state: ImprovementState;
  openedFor: string;
  rootCause: string;
  target: string;
}

interface BreachesProps {
  breaches: readonly PartLine[];
  /** How many teams have a rate. */
  teams: number;
  improvements: readonly Improvement[];
}

/** The teams over the target, and what is done about them. */
export function Breaches({ breaches, teams, improvements }: BreachesProps) {
  return (
    <section className="sn-rates__part">
      <h2 className="govuk-heading-m">Teams over the target, and what is done</h2>
      <p>{breachesInWords(breaches.length, teams)}</p>
      {breaches.length === 0 ? null : (
        <DataTable
          caption="Teams over the target, the highest first"
          isCaptionHidden
          columns={["Team", "Rate A", "Abstracted", "Since the month before"]}
          rows={breaches.map(({ area, figure, change }) => ({
            key: area.id,
            cells: [
              area.name,
              figure?.rate?.words ?? "",
              figure?.hours ? hoursWords(figure.hours.abstractedA) : "Not shown",
              change ?? "",
            ],
          }))}
        />
      )}
      {improvements.length === 0 ? (
        <p>No improvement is open.</p>
      ) : (
        <DataTable
          caption="Open improvements, as they stand today"
          columns={["Team", "Stands at", "Opened for", "Cause", "Target"]}
          rows={improvements.map(({ id, team, state, openedFor, rootCause, target }) => ({
            key: id,
            cells: [
              team,
              improvementStateWords[state],
              monthInWords(openedFor),
              rootCause === "" ? "Not written yet" : rootCause,
              target === "" ? "Not written yet" : target,
            ],
          }))}
        />
      )}
    </section>
  );
}

function breachesInWords(breaches: number, teams: number): string {
  if (teams === 0) return "No team here has a rate for this month.";
  const of = `of ${teams} ${teams === 1 ? "team" : "teams"} with a rate`;
  return breaches === 0
    ? `None ${of} went over the target of 10%.`
    : `${breaches} ${of} went over the target of 10%.`;
}
