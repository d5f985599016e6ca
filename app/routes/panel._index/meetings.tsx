import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { closingDay } from "#app/domain/panel/count-item.ts";
import { aboutMeeting, resolutionStateWords } from "#app/domain/panel/resolution-words.ts";
import { paths } from "#app/paths.ts";
import type { ListedMeeting } from "#db/queries/panel-list.ts";

interface MeetingsProps {
  meetings: readonly ListedMeeting[];
  now: Date;
  isPanel: boolean;
}

/** What waits for a member's vote, then what their panel decided before. */
export function Meetings({ meetings, now, isPanel }: MeetingsProps) {
  if (meetings.length === 0)
    return isPanel ? (
      <p>No meeting of your panel is called at the moment. You get an email when one is.</p>
    ) : null;
  const open = meetings.filter(({ state, closesAt }) => state === "open" && now < closesAt);
  const over = meetings.filter((meeting) => !open.includes(meeting));
  return (
    <>
      <h2 className="govuk-heading-m">To decide</h2>
      {open.length === 0 ? <p>Nothing waits for you.</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {open.map((meeting) => (
          <li key={meeting.id}>
            <Link className="govuk-link" to={paths.panel.resolution(meeting.id)}>
              {aboutOf(meeting)}
            </Link>
            : the panel meets on {dayInWords(meeting.heldOn)}, and the vote closes at the end of{" "}
            {dayInWords(closingDay(meeting.closesAt))}
          </li>
        ))}
      </ul>
      {over.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Before</h2>
          <ul className="govuk-list govuk-list--spaced">
            {over.map((meeting) => (
              <li key={meeting.id}>
                <Link className="govuk-link" to={paths.panel.resolution(meeting.id)}>
                  {aboutOf(meeting)}
                </Link>
                , {dayInWords(meeting.heldOn)}{" "}
                <Tag>{meeting.state === "open" ? "Vote closed" : resolutionStateWords[meeting.state]}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const aboutOf = (meeting: ListedMeeting): string => `${aboutMeeting(meeting)}, ${meeting.place}`;
