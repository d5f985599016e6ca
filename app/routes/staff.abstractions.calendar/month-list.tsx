import { Details } from "#app/components/govuk/details.tsx";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import type { TeamMonth } from "#app/services/abstraction/read-team-month.server.ts";
import { kindMarks, usedInWords } from "./day-marks.tsx";
import { dayHeading } from "./day-heading.ts";

interface MonthListProps {
  posts: TeamMonth["posts"];
  wordsOf: (code: string) => string;
}

/** The same month as a list of each post's days, where there is no room for a table. */
export const MonthList = ({ posts, wordsOf }: MonthListProps) => (
  <div className="sn-calendar-list">
    {posts.map(({ id, holder, reference, days }) => {
      const used = days.filter((day) => day.duties.length + day.uses.length > 0);
      return (
        <Details key={id} summary={`${holder ?? "Vacant"}, ${reference}`}>
          {used.length === 0 ? <p>Nothing is rostered or logged.</p> : null}
          <ul className="govuk-list govuk-list--spaced">
            {used.map((day) => (
              <li key={day.day}>
                <strong>{dayHeading(day.day)}</strong>
                {day.duties.map((duty) => (
                  <div key={duty.id}>Duty {timesInWords(duty)}</div>
                ))}
                {day.uses.map((use) => (
                  <div key={use.entryId}>
                    <span aria-hidden="true">{kindMarks[use.kind].shape} </span>
                    {usedInWords(use, wordsOf(use.code))}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </Details>
      );
    })}
  </div>
);
