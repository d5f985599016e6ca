import { Link } from "@remix-run/react";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";

interface WeekLinksProps {
  weeks: readonly { week: string; waiting: number }[];
  /** The week that is shown; null for all. */
  shown: string | null;
}

/** The weeks with duties that wait, to look at one alone. */
export function WeekLinks({ weeks, shown }: WeekLinksProps) {
  if (weeks.length < 2 && shown === null) return null;
  const all = weeks.reduce((sum, { waiting }) => sum + waiting, 0);
  const links = [
    { key: "all", week: null, words: `All weeks: ${all}` },
    ...weeks.map(({ week, waiting }) => ({
      key: week,
      week,
      words: `Week of ${dayInWords(week)}: ${waiting}`,
    })),
  ];
  return (
    <nav aria-label="Weeks">
      <ul className="sn-plan__pages">
        {links.map(({ key, week, words }) => (
          <li key={key}>
            <Link
              className="sn-plan__page"
              to={paths.abstractions.confirm(week === null ? undefined : `week=${week}`)}
              aria-current={week === shown ? "page" : undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
