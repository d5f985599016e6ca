import type { Day } from "#app/domain/team/day.ts";

const minuteMs = 60_000;
const hourMinutes = 60;
const namedTimes: Readonly<Record<string, number>> = { midnight: 0, midday: 720, noon: 720 };
const typedTime = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/;

/** A time as people type it ("6pm", "7:30 pm", "18.00", "midday") in minutes of the day; null for none. */
export function readTime(typed: string): number | null {
  const compact = typed.toLowerCase().replace(/\s/g, "").slice(0, 12);
  if (Object.hasOwn(namedTimes, compact)) return namedTimes[compact] ?? null;
  const [matched, hourTyped = "", minuteTyped, half] = typedTime.exec(compact) ?? [];
  if (matched === undefined) return null;
  // Whether "6" is the morning or the evening nobody can tell.
  if (half === undefined && minuteTyped === undefined) return null;
  const hour = Number(hourTyped);
  const minute = Number(minuteTyped ?? 0);
  const isClock = half === undefined ? hour < 24 : hour >= 1 && hour <= 12;
  if (!isClock || minute >= hourMinutes) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return ofDay * hourMinutes + minute;
}

const clockFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The instant at which clocks in London show a day and a minute of it; the later one where summer time skips it. */
export function londonInstant(day: Day, minutes: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const inSummer = new Date(asUtc - hourMinutes * minuteMs);
  const wanted = new Date(asUtc).toISOString();
  const shown = clockFormat.format(inSummer).replace(", ", "T");
  return wanted.startsWith(shown) ? inSummer : new Date(asUtc);
}
