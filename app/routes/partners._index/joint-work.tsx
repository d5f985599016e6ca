import { Link } from "@remix-run/react";
import { AskedList } from "#app/components/tasking/asked-list.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { PartnerMeetings } from "#app/components/tasking/partner-meetings.tsx";
import { joinedLineId } from "#app/domain/tasking/line-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { PartnerHome } from "./read-home.server.ts";

interface JointWorkProps {
  work: PartnerHome;
  today: Day;
}

/** What is asked of a partner's agency, when it meets next, and what residents read of what it did. */
export function JointWork({ work: { parts, hasMore, meetings, lines }, today }: JointWorkProps) {
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
        <PartnerMeetings meetings={meetings} today={today} nothing="No meeting is called yet." />
        <p>
          <Link className="govuk-link" to={paths.partners.meetings()}>
            All your meetings and their minutes
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
