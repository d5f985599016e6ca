import type { TeamMonth } from "#app/services/abstraction/read-team-month.server.ts";
import { DayMarks } from "./day-marks.tsx";
import { dayHeading } from "./day-heading.ts";

interface MonthTableProps {
  caption: string;
  posts: TeamMonth["posts"];
  wordsOf: (code: string) => string;
}

/** One row for each post, one column for each day; wide, so it scrolls in itself. */
export function MonthTable({ caption, posts, wordsOf }: MonthTableProps) {
  const days = posts[0]?.days.map(({ day }) => day) ?? [];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="sn-calendar" role="region" aria-label={caption} tabIndex={0}>
      <table className="sn-calendar__table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Officer</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {dayHeading(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <th scope="row">
                {post.holder ?? "Vacant"} <span className="sn-quiet">{post.reference}</span>
              </th>
              {post.days.map((day) => (
                <td key={day.day}>
                  <DayMarks day={day} wordsOf={wordsOf} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
