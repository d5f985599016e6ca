import ical from "ical-generator";
import type { Day } from "#app/domain/team/day.ts";

/** A day on which something is due. Its words go to whoever runs the calendar: a reference and no more. */
export interface DueDay {
  id: string;
  day: Day;
  words: string;
  /** Its page, behind the sign-in. */
  url: string;
}

const hourSeconds = 3_600;

/** The days on which something is due for somebody, as iCalendar (RFC 5545): whole days, nothing of where anybody is. */
export function personalFeed(due: readonly DueDay[], { name, host }: { name: string; host: string }): string {
  const calendar = ical({
    name,
    prodId: { company: "Safer Neighbourhoods", product: "Due days", language: "EN" },
    ttl: hourSeconds,
  });
  for (const { id, day, words, url } of due) {
    const at = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({
      id: `${id}@${host}`,
      // Of the day itself and no clock, so that the same days are the same bytes to a cache.
      stamp: at,
      start: at,
      allDay: true,
      timezone: "UTC",
      summary: words,
      url,
    });
  }
  // why: RFC 5545 ends every line, the last one too; the library leaves it open.
  return `${calendar.toString()}\r\n`;
}
