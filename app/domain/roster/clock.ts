import type { Day } from "#app/domain/team/day.ts";

/** When clocks in London show a time of a day: once, never (as summer time begins), or twice (as it ends). */
export type Shown =
  { times: "once"; at: Date } | { times: "never" } | { times: "twice"; first: Date; second: Date };

const minuteMs = 60_000;
const summerMs = 60 * minuteMs;

const londonFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const showsAt = (at: number, wanted: number): boolean =>
  new Date(wanted).toISOString().startsWith(londonFormat.format(at).replace(", ", "T"));

/** `minutes` from 0 to 1440, which is the next midnight. */
export function shownInLondon(day: Day, minutes: number): Shown {
  const winter = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const summer = winter - summerMs;
  const [isSummer, isWinter] = [showsAt(summer, winter), showsAt(winter, winter)];
  if (isSummer && isWinter) return { times: "twice", first: new Date(summer), second: new Date(winter) };
  if (!isSummer && !isWinter) return { times: "never" };
  return { times: "once", at: new Date(isSummer ? summer : winter) };
}

/** By how many minutes clocks in London are ahead of UTC: 60 in summer. */
export const londonOffset = (at: Date): number => (showsAt(at.getTime(), at.getTime()) ? 0 : 60);

const hourMinutes = 60;
const isClock = (hour: number, minute: number) =>
  minute < hourMinutes && (hour < 24 || (hour === 24 && minute === 0));

/** A time of 24 hours ("07:00", "0700", "7.30", "07:00:00", "24:00") in minutes of the day; null for none. */
export function readClock(typed: string): number | null {
  const [matched, hours, minutes] = /^(\d{1,2})[:.]?(\d{2})(?::00(?:\.0+)?)?$/.exec(typed.trim()) ?? [];
  if (matched === undefined) return null;
  const [hour, minute] = [Number(hours), Number(minutes)];
  return isClock(hour, minute) ? hour * hourMinutes + minute : null;
}

/** "07:00" */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / hourMinutes)).padStart(2, "0")}:${String(minutes % hourMinutes).padStart(2, "0")}`;
