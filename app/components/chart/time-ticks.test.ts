import { expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

test.each<[name: string, step: "month" | "day", from: string, to: string, most: number, words: string]>([
  ["one month", "month", "2024-01-01", "2024-01-01", 6, "Jan 2024"],
  ["four months", "month", "2024-01-01", "2024-04-01", 6, "Jan 2024, Feb, Mar, Apr"],
  ["over new year", "month", "2024-11-01", "2025-02-01", 6, "Nov 2024, Dec, Jan 2025, Feb"],
  ["a year", "month", "2024-01-01", "2024-12-01", 6, "Jan 2024, Mar, May, Jul, Sept, Nov"],
  ["two years", "month", "2024-03-01", "2026-02-01", 6, "Jul 2024, Jan 2025, Jul, Jan 2026"],
  ["two years, small", "month", "2024-03-01", "2026-02-01", 3, "Jan 2025, Jan 2026"],
  ["a few days", "day", "2026-03-01", "2026-03-04", 6, "1 Mar 2026, 2 Mar, 3 Mar, 4 Mar"],
  ["two months of days", "day", "2026-03-10", "2026-05-02", 6, "10 Mar 2026, 24 Mar, 7 Apr, 21 Apr"],
  ["a day", "day", "2026-03-10", "2026-03-10", 6, "10 Mar 2026"],
  ["half a year of days", "day", "2026-01-15", "2026-06-20", 6, "Feb 2026, Mar, Apr, May, Jun"],
])("%s", (_name, step, from, to, most, words) => {
  const ticks = timeTicks(step, from, to, most);
  expect(
    ticks.map((tick) => (tick.year === null ? tick.words : `${tick.words} ${tick.year}`)).join(", "),
  ).toBe(words);
  expect(ticks.length).toBeLessThanOrEqual(most);
});
