import ical, { ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import type { Announcement } from "#app/domain/meeting/announcement.ts";
import { meetingKindWords, type MeetingState } from "#app/domain/meeting/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";

/** A public meeting as a calendar takes it. */
export interface FeedMeeting extends Announcement {
  id: string;
  state: MeetingState;
  /** Why it is cancelled; null where it is not. */
  cancelReason: string | null;
  /** How often it was changed; calendars keep the highest. */
  revision: number;
  changedAt: Date;
  /** Its page. */
  url: string;
}

/** A whole day that matters, as a calendar takes it. */
export interface FeedDay {
  id: string;
  on: Day;
  summary: string;
  description: string;
  place: string | null;
  isCancelled: boolean;
  revision: number;
  changedAt: Date;
  url: string;
}

const hourSeconds = 3_600;

const isWritten = (text: string | null): text is string => text !== null && text.trim() !== "";

/** Many meetings are called by their kind: it is said once. */
const titleOf = ({ title, kind }: FeedMeeting): string =>
  title.trim() === meetingKindWords[kind] ? title : `${title} (${meetingKindWords[kind]})`;

const descriptionOf = ({ cancelReason, joining, howToGetIn }: FeedMeeting): string =>
  [
    isWritten(cancelReason) ? `Cancelled: ${cancelReason}` : "",
    isWritten(joining) ? `How to join: ${joining}` : "",
    `How to get in: ${howToGetIn}`,
  ]
    .filter(isWritten)
    .join("\n");

/**
 * A neighbourhood's meetings and days as iCalendar (RFC 5545), times in UTC. It takes its stamps from them, not from a
 * clock, so that the same dates are the same bytes to a cache.
 */
export function calendarFeed(
  meetings: readonly FeedMeeting[],
  days: readonly FeedDay[],
  { name, url }: { name: string; url: string },
): string {
  const calendar = ical({
    name,
    url,
    prodId: { company: "Safer Neighbourhoods", product: "Meetings", language: "EN" },
    ttl: hourSeconds,
  });
  const { host } = new URL(url);
  for (const meeting of meetings) {
    const isCancelled = meeting.state === "cancelled";
    calendar.createEvent({
      id: `meeting-${meeting.id}@${host}`,
      sequence: meeting.revision,
      stamp: meeting.changedAt,
      start: meeting.startsAt,
      end: meeting.endsAt,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: `${isCancelled ? "Cancelled: " : ""}${titleOf(meeting)}`,
      description: descriptionOf(meeting),
      url: meeting.url,
      ...(isWritten(meeting.place) ? { location: meeting.place } : {}),
    });
  }
  for (const day of days)
    calendar.createEvent({
      id: `${day.id}@${host}`,
      sequence: day.revision,
      stamp: day.changedAt,
      start: new Date(`${day.on}T00:00:00Z`),
      allDay: true,
      // A last day to answer takes nobody's time.
      busystatus: ICalEventBusyStatus.FREE,
      status: day.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: `${day.isCancelled ? "Cancelled: " : ""}${day.summary}`,
      description: day.description,
      url: day.url,
      ...(isWritten(day.place) ? { location: day.place } : {}),
    });
  // why: RFC 5545 ends every line, the last one too; the library leaves it open.
  return `${calendar.toString()}\r\n`;
}
