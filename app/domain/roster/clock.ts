import { localTime } from "#app/domain/abstraction/local-time.ts";
import { londonDay } from "#app/domain/team/day.ts";

/** By how many minutes clocks in London are ahead of UTC: 60 in summer. */
export function londonOffset(at: Date): number {
  const day = londonDay(at);
  const sinceMidnight = (at.getTime() - Date.parse(`${day}T00:00:00Z`)) / 60_000;
  const local = localTime(day, sinceMidnight);
  const asUtc = local.kind === "two" ? local.after : local.kind === "one" ? local.at : null;
  return asUtc?.getTime() === at.getTime() ? 0 : hourMinutes;
}

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
