import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import {
  attendanceStateWords,
  taskingMeetingStateWords,
  type AttendanceState,
  type TaskingMeetingState,
} from "#app/domain/tasking/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

export interface ListedJointMeeting {
  reference: string;
  number: number;
  state: TaskingMeetingState;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  code: string;
  name: string;
  answer: AttendanceState | null;
}

interface PartnerMeetingsProps {
  meetings: readonly ListedJointMeeting[];
  today: Day;
  nothing: string;
}

/** Joint tasking meetings of whoever reads the page, each with what they said of coming. */
export function PartnerMeetings({ meetings, today, nothing }: PartnerMeetingsProps) {
  if (meetings.length === 0) return <p>{nothing}</p>;
  return (
    <ul className="sn-meetings">
      {meetings.map((meeting) => (
        <li key={meeting.reference} className="sn-meetings__one">
          <p className="sn-meetings__title">
            <Link className="govuk-link" to={paths.partners.meeting(meeting.reference)}>
              {meeting.name}, meeting {meeting.code}/{meeting.number}
            </Link>{" "}
            <MeetingTag state={meeting.state} />
          </p>
          <p>{meetingTimeInWords(meeting, today)}</p>
          <p className="sn-quiet">
            {[
              meeting.place,
              meeting.answer === null ? null : `You: ${attendanceStateWords[meeting.answer].toLowerCase()}`,
            ]
              .filter((words) => words !== null)
              .join(". ")}
          </p>
          {meeting.state === "finished" ? (
            <p>
              <Link className="govuk-link" to={paths.partners.minutes(meeting.reference)}>
                Minutes
                <span className="govuk-visually-hidden">
                  {" "}
                  of {meeting.code}/{meeting.number}
                </span>
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function MeetingTag({ state }: { state: TaskingMeetingState }) {
  if (state === "open") return <Tag tone="now">{taskingMeetingStateWords.open}</Tag>;
  if (state === "cancelled") return <Tag tone="late">{taskingMeetingStateWords.cancelled}</Tag>;
  return null;
}
