import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";

interface ToldAction {
  id: string;
  number: number;
  code: string;
  group: string;
  since: Day;
  isDeclined: boolean;
}

interface ToldBoardProps {
  told: readonly ToldAction[];
  today: Day;
  /** Whether the reader's role reads them, too. */
  mayRead: boolean;
}

const title = "Late and declined actions that the board was told of";

/** The actions that a board was told of: whose and how late, or since when declined, never what they are. */
export function ToldBoard({ told, today, mayRead }: ToldBoardProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {told.length === 0 ? (
        <p>None waits now.</p>
      ) : (
        <>
          <p>What each of them is about, the chair of its group can say.</p>
          <DataTable
            caption={title}
            isCaptionHidden
            columns={["Action", "Group", "Since", "How it stands"]}
            rows={told.map(({ id, number, code, group, since, isDeclined }) => ({
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
                isDeclined ? `Declined on ${dayInWords(since)}` : `Due on ${dayInWords(since)}`,
                isDeclined
                  ? "Declined, and nobody has said what becomes of it"
                  : daysLateInWords(daysBetween(since, today)),
              ],
            }))}
          />
        </>
      )}
    </>
  );
}
