import { momentInWords } from "#app/components/moment-in-words.ts";
import { londonDay } from "#app/domain/team/day.ts";

const time = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** A stretch of time as people say it in London: "24 November 2026 at 2:00pm to 16:00". */
export function spanInWords(from: Date, to: Date): string {
  const end = londonDay(from) === londonDay(to) ? time.format(to) : momentInWords(to);
  return `${momentInWords(from)} to ${end}`;
}
