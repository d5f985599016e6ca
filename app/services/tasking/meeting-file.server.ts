import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { isForceLevel, type TaskingLevel } from "#app/domain/tasking/level.ts";

/** A joint tasking meeting as a calendar takes it: when and where, and nothing of what is talked about. */
export interface CalendarMeeting {
  id: string;
  state: "called" | "open" | "finished" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  howToJoin: string | null;
  sequence: number;
  changedAt: Date;
}

/** Its group. */
export interface CalendarGroup {
  name: string;
  level: TaskingLevel;
}

interface FileOf {
  meeting: CalendarMeeting;
  group: CalendarGroup;
  /** Its page, behind the sign-in. */
  url: string;
  /** Whom it is sent to; null for somebody who takes the file from the page. */
  attendee: { name: string; email: string } | null;
}

const kindOf = ({ level }: CalendarGroup) =>
  level === "board" ? "Board meeting" : level === "delivery" ? "Delivery group" : "Joint tasking meeting";

/** "Joint tasking meeting, Amber Valley": what a calendar that others see says of it. */
export const meetingInCalendar = (group: CalendarGroup): string =>
  isForceLevel(group.level) && group.name === kindOf(group) ? group.name : `${kindOf(group)}, ${group.name}`;

/**
 * A meeting as a calendar file (RFC 5545) with its method (RFC 5546): sent to somebody it is a request, or a
 * cancellation, of which they keep the highest sequence. It takes its stamp from the meeting, so that the same meeting
 * is the same file.
 */
export function meetingFile({ meeting, group, url, attendee }: FileOf): string {
  const { host, hostname } = new URL(url);
  const isCancelled = meeting.state === "cancelled";
  const sent = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({
    prodId: { company: "Safer Neighbourhoods", product: "Joint tasking", language: "EN" },
    method: attendee === null && !isCancelled ? ICalCalendarMethod.PUBLISH : sent,
  });
  const where = meeting.place ?? meeting.howToJoin;
  calendar.createEvent({
    id: `tasking-${meeting.id}@${host}`,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: `${isCancelled ? "Cancelled: " : ""}${meetingInCalendar(group)}`,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: "Safer Neighbourhoods", email: `noreply@${hostname}` },
    ...(attendee === null
      ? {}
      : {
          attendees: [
            {
              ...attendee,
              role: ICalAttendeeRole.REQ,
              status: ICalAttendeeStatus.NEEDSACTION,
              // They answer on the page: an answer by mail would reach nobody.
              rsvp: false,
            },
          ],
        }),
    ...(where === null ? {} : { location: where }),
    url,
  });
  return `${calendar.toString()}\r\n`;
}
