import { expect, test } from "vitest";
import { readMonthShown } from "./month-shown.ts";

test.each([
  ["2026-10", "2026-10-01"],
  ["2026-11", "2026-11-01"],
  ["2026-12", "2026-11-01"],
  [null, "2026-11-01"],
  ["2026-13", "2026-11-01"],
  ["2026-10-05", "2026-11-01"],
  ["October", "2026-11-01"],
])("%s", (words, month) => {
  expect(readMonthShown(words, new Date("2026-11-24T10:00:00Z"))).toBe(month);
});
