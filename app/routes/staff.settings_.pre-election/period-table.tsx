import { Button } from "#app/components/govuk/button.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords, daysInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

export interface ShownPeriod {
  id: string;
  startsOn: Day;
  endsOn: Day;
  reason: string;
  pausesCycles: boolean;
  /** The day on which somebody ended it; null where nobody did. */
  endedOn: Day | null;
  canEnd: boolean;
}

/** The times before elections that were set, each to be ended while it is not over. */
export function PeriodTable({ periods }: { periods: readonly ShownPeriod[] }) {
  if (periods.length === 0) return <p>None has been set.</p>;
  return (
    <DataTable
      caption="Periods that were set"
      columns={["When", "Election", "Votes and panels", "Change"]}
      rows={periods.map(({ id, startsOn, endsOn, reason, pausesCycles, endedOn, canEnd }) => ({
        key: id,
        cells: [
          daysInWords(startsOn, endsOn),
          reason,
          pausesCycles ? "Wait until it is over" : "Go on",
          endedOn !== null ? (
            `Ended on ${dayInWords(endedOn)}`
          ) : canEnd ? (
            <form key="end" method="post" action={paths.staff.preElection()} noValidate>
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="period" value={id} />
              <Button look="plain">
                End now
                <span className="govuk-visually-hidden"> the period from {dayInWords(startsOn)}</span>
              </Button>
            </form>
          ) : (
            "Over"
          ),
        ],
      }))}
    />
  );
}
