import { dayInWords } from "#app/domain/account/day-words.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";

const hourMinutes = 60;
const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? "" : "s"}`;

/** "2 hours 30 minutes", "45 minutes", "no time". */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / hourMinutes), minutes % hourMinutes];
  const parts = [hours > 0 ? count(hours, "hour") : null, rest > 0 ? count(rest, "minute") : null];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? "no time" : said.join(" ");
}

/** From when to when on the clocks in London: "8am to 4pm", "10pm to 7am the next day". */
export function timesInWords({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const [from, to] = [londonDay(startsAt), londonDay(endsAt)];
  const words = `${timeInWords(startsAt)} to ${timeInWords(endsAt)}`;
  if (from === to || (to === addDays(from, 1) && timeInWords(endsAt) === "midnight")) return words;
  return to === addDays(from, 1) ? `${words} the next day` : `${words} on ${dayInWords(to)}`;
}
