import { expect, test } from "vitest";
import { readMonth } from "./month-asked.ts";

const now = new Date("2026-11-26T10:00:00Z");

test.each([
  [null, "2026-10-01"],
  ["2026-03", "2026-03-01"],
  ["2026-10", "2026-10-01"],
  ["2026-11", "2026-10-01"],
  ["2027-01", "2026-10-01"],
  ["2026-13", "2026-10-01"],
  ["October", "2026-10-01"],
])("%j asks for %s: nothing that is not over", (words, month) => {
  expect(readMonth(words, now)).toBe(month);
});

test("the month is London's", () => {
  expect(readMonth(null, new Date("2026-10-31T23:30:00Z"))).toBe("2026-09-01");
  expect(readMonth(null, new Date("2026-06-30T23:30:00Z"))).toBe("2026-06-01");
});
