import { Link } from "@remix-run/react";
import { AskedList } from "#app/components/tasking/asked-list.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { minuteInWords } from "#app/domain/tasking/minute-words.ts";
import { joinedLineId } from "#app/domain/tasking/line-words.ts";
import { paths } from "#app/paths.ts";
import type { PartnerHome } from "./read-home.server.ts";

/** What is asked of a partner's agency, when it meets next, and what residents read of what it did. */
export function JointWork({ parts, hasMore, meetings, lines }: PartnerHome) {
  return (
    <>
      <MarkingLine marking="official-sensitive" />
      <section aria-labelledby="asked">
        <h2 className="govuk-heading-l" id="asked">
          What is asked of your agency
        </h2>
        <AskedList parts={parts} hasMore={hasMore} />
      </section>
      <section aria-labelledby="meetings">
        <h2 className="govuk-heading-m" id="meetings">
          Your next meetings
        </h2>
        {meetings.length === 0 ? <p>No meeting is called yet.</p> : null}
        <ul className="govuk-list sn-my-actions">
          {meetings.map(({ reference, group, startsAt }) => (
            <li key={reference} className="sn-my-actions__item">
              <Link className="govuk-link sn-my-actions__task" to={paths.partners.meeting(reference)}>
                {group}, {minuteInWords(startsAt)}
              </Link>
            </li>
          ))}
        </ul>
        <p>
          <Link className="govuk-link" to={paths.partners.meetings()}>
            All your meetings
          </Link>
        </p>
      </section>
      <section aria-labelledby="lines">
        <h2 className="govuk-heading-m" id="lines">
          What residents read of what you did
        </h2>
        {lines.length === 0 ? <p>Nothing yet.</p> : null}
        <ul className="govuk-list govuk-list--bullet">
          {lines.map(({ id, reference, words }) => (
            <li key={id}>
              <Link className="govuk-link" to={paths.priorityPart(reference, joinedLineId(id))}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
        <p>
          <Link className="govuk-link" to={paths.partners.history()}>
            All that your agency was asked and has finished
          </Link>
        </p>
      </section>
    </>
  );
}
