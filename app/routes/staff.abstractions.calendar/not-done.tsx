import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";
import { daysBetween, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { TeamMonth } from "#app/services/abstraction/read-team-month.server.ts";

/** What did not happen in the month because officers were elsewhere, and what slipped in the plans meanwhile. */
export function NotDone({
  notDone,
  slipped,
  today,
}: Pick<TeamMonth, "notDone" | "slipped"> & { today: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">What was not done because of it</h2>
      {notDone.length === 0 ? <p>Nothing is written in the entries of this month.</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {notDone.map(({ id, code, startsAt, notDone: words }) => (
          <li key={id}>
            {words}{" "}
            <Link className="govuk-link" to={paths.abstractions.entry(id)}>
              {code}, {dayInWords(londonDay(startsAt))}
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Actions in plans that slipped</h2>
      {slipped.length === 0 ? (
        <p>No action of the police that was due in this month is late.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {slipped.map(({ id, number, task, dueOn, doneAt, reference, title }) => (
            <li key={id}>
              <Tag tone={doneAt === null ? "late" : "plain"}>
                {doneAt === null ? "Not done" : "Done late"}
              </Tag>{" "}
              <Link className="govuk-link" to={paths.staff.planAction(reference, number)}>
                {task}
              </Link>{" "}
              <span className="sn-quiet">
                {title}, due on {dayInWords(dueOn)},{" "}
                {daysLateInWords(daysBetween(dueOn, doneAt === null ? today : londonDay(doneAt)))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
