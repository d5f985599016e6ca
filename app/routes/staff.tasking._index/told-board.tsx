import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";

interface ToldBoardProps {
  told: readonly { id: string; number: number; dueOn: Day; code: string; group: string }[];
  today: Day;
  /** Whether the reader's role reads them, too. */
  mayRead: boolean;
}

/** The late actions that a board was told of: whose and how late, never what they are. */
export function ToldBoard({ told, today, mayRead }: ToldBoardProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Late actions that the board was told of</h2>
      {told.length === 0 ? (
        <p>None is open now.</p>
      ) : (
        <>
          <p>What each of them is about, the chair of its group can say.</p>
          <DataTable
            caption="Late actions that the board was told of"
            isCaptionHidden
            columns={["Action", "Group", "Was due", "How late"]}
            rows={told.map(({ id, number, dueOn, code, group }) => ({
              key: id,
              cells: [
                mayRead ? (
                  <Link key="to" className="govuk-link" to={paths.tasking.action(id)}>
                    {code}-{number}
                  </Link>
                ) : (
                  `${code}-${number}`
                ),
                group,
                dayInWords(dueOn),
                daysLateInWords(daysBetween(dueOn, today)),
              ],
            }))}
          />
        </>
      )}
    </>
  );
}
