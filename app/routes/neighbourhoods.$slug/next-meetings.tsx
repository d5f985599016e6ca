import { Link } from "@remix-run/react";
import { MeetingList, type ListedMeeting } from "#app/components/meeting/meeting-list.tsx";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface NextMeetingsProps {
  slug: string;
  meetings: readonly ListedMeeting[];
  today: Day;
}

/** Where residents can next meet the team. */
export function NextMeetings({ slug, meetings, today }: NextMeetingsProps) {
  return (
    <section aria-labelledby="meetings">
      <h2 className="govuk-heading-l" id="meetings">
        Meet your team
      </h2>
      {meetings.length === 0 ? (
        <p>No meeting or drop-in is announced yet.</p>
      ) : (
        <MeetingList meetings={meetings} today={today} />
      )}
      <p>
        <Link className="govuk-link" to={paths.meetings(slug)}>
          All meetings, and what was decided
        </Link>
      </p>
      <p>
        <Link className="govuk-link" to={paths.poster(slug)}>
          A poster of the team to print
        </Link>
      </p>
    </section>
  );
}
