import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import {
  meetingKindWords,
  meetingStateWords,
  type MeetingKind,
  type MeetingState,
} from "#app/domain/meeting/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface MeetingTableProps {
  caption: string;
  meetings: readonly {
    reference: string;
    kind: MeetingKind;
    state: MeetingState;
    title: string;
    startsAt: Date;
    endsAt: Date;
    isTakenDown: boolean;
    neighbourhoods: readonly string[];
  }[];
  today: Day;
  isLate?: boolean;
}

// A meeting of a whole section would fill the table with its names.
const mostNamed = 3;

const namesInWords = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(", ")
    : `${names.slice(0, mostNamed).join(", ")} and ${names.length - mostNamed} more`;

export function MeetingTable({ caption, meetings, today, isLate = false }: MeetingTableProps) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={["Meeting", "When", "For", "State"]}
      rows={meetings.map((meeting) => ({
        key: meeting.reference,
        cells: [
          <Link key="link" className="govuk-link" to={paths.staff.meeting(meeting.reference)}>
            {meeting.title}
            <span className="govuk-visually-hidden"> ({meetingKindWords[meeting.kind]})</span>
          </Link>,
          meetingTimeInWords(meeting, today),
          namesInWords(meeting.neighbourhoods),
          meeting.isTakenDown ? (
            <Tag tone="late">Taken down</Tag>
          ) : isLate ? (
            <Tag tone="late">To be written up</Tag>
          ) : (
            <Tag tone={meeting.state === "written-up" ? "good" : "plain"}>
              {meetingStateWords[meeting.state]}
            </Tag>
          ),
        ],
      }))}
    />
  );
}
