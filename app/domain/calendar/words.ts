import type { Day } from "#app/domain/team/day.ts";

const minuteMs = 60_000;
const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? "" : "s"}`;

/** A stretch in its largest fitting unit, rounded down, so that nothing promises more time than there is. */
function stretchInWords(minutes: number): string {
  if (minutes < hourMinutes) return count(minutes, "minute");
  return minutes < 2 * dayMinutes
    ? count(Math.floor(minutes / hourMinutes), "hour")
    : count(Math.floor(minutes / dayMinutes), "day");
}

/** What is left of a clock: "in 3 hours", "2 days late". */
export function timeLeftInWords(leftMs: number): string {
  const minutes = Math.floor(Math.abs(leftMs) / minuteMs);
  if (minutes === 0) return leftMs < 0 ? "less than a minute late" : "now";
  return leftMs < 0 ? `${stretchInWords(minutes)} late` : `in ${stretchInWords(minutes)}`;
}

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** The time in London as GOV.UK writes it: "6pm", "7:30am", "midday". */
export function timeInWords(at: Date): string {
  const [hour = 0, minute = 0] = timeFormat.format(at).split(":").map(Number);
  if (minute === 0 && hour === 0) return "midnight";
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

const partsFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** The day in London: "Tuesday 3 March", with the year where it is not that of today. */
export function weekdayInWords(at: Date, today: Day): string {
  const part = Object.fromEntries(partsFormat.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year } = part;
  const dayAndMonth = `${weekday} ${day} ${month}`;
  return today.startsWith(`${year}-`) ? dayAndMonth : `${dayAndMonth} ${year}`;
}
