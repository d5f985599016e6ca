import { expect, test } from "vitest";
import { dayOfParts, partsOfDay } from "./day-parts.ts";

test.each([
  ["4", "11", "2026", "2026-11-04"],
  ["29", "2", "2028", "2028-02-29"],
  ["29", "2", "2027", null],
  ["31", "4", "2027", null],
  ["0", "1", "2027", null],
  ["1", "13", "2027", null],
  ["1", "1", "27", null],
  ["", "1", "2027", null],
  ["1st", "1", "2027", null],
])("%s %s %s is %s", (day, month, year, read) => {
  expect(dayOfParts({ day, month, year })).toBe(read);
});

test("a day goes into its parts and back", () => {
  expect(partsOfDay("2026-11-04")).toEqual({ day: "4", month: "11", year: "2026" });
  expect(dayOfParts(partsOfDay("2026-11-04"))).toBe("2026-11-04");
});
