import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { meetingKindWords, type MeetingKind, type MeetingState } from "#app/domain/meeting/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

export interface ListedMeeting {
  reference: string;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
}

/** What a list shows of a meeting. */
export const toListed = ({
  reference,
  kind,
  state,
  title,
  startsAt,
  endsAt,
  place,
}: ListedMeeting): ListedMeeting => ({ reference, kind, state, title, startsAt, endsAt, place });

/** Public meetings, each with its time and place. */
export function MeetingList({ meetings, today }: { meetings: readonly ListedMeeting[]; today: Day }) {
  return (
    <ul className="sn-meetings">
      {meetings.map((meeting) => (
        <li key={meeting.reference} className="sn-meetings__one">
          <p className="sn-meetings__title">
            <Link className="govuk-link" to={paths.meeting(meeting.reference)}>
              {meeting.title}
            </Link>{" "}
            {meeting.state === "cancelled" ? <Tag tone="late">Cancelled</Tag> : null}
            {meeting.state === "written-up" ? <Tag tone="good">Written up</Tag> : null}
          </p>
          <p>{meetingTimeInWords(meeting, today)}</p>
          <p className="sn-quiet">
            {[meetingKindWords[meeting.kind], meeting.place]
              .filter((words) => words !== null && words !== meeting.title)
              .join(", ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
