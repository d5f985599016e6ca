import { Link } from "@remix-run/react";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { taskingActionStateWords } from "#app/domain/tasking/action.ts";
import { paths } from "#app/paths.ts";
import type { OwnMeetingPage } from "./own-meeting.server.ts";

/** What the meeting asked of the reader's own agency, with what was carried to it. */
export function AgencyActions({ actions }: Pick<OwnMeetingPage, "actions">) {
  return (
    <>
      <h2 className="govuk-heading-m">What is asked of your agency</h2>
      {actions.length === 0 ? <p>Nothing so far.</p> : null}
      <ul className="govuk-list sn-my-actions">
        {actions.map(({ id, name, task, position, dueOn, state }) => (
          <li key={id} className="sn-my-actions__item">
            <Link className="govuk-link sn-my-actions__task" to={paths.partners.asked(id)}>
              {task}
            </Link>
            <span className="sn-quiet">
              <span className="sn-nowrap">{name}</span>, {position}, due on {dayInWords(dueOn)}.{" "}
              {taskingActionStateWords[state]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
