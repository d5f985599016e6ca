import { expect, test } from "vitest";
import { positionOf, readPosition, readYear, spanOf, yearsOf } from "./history-page.server.ts";

const id = "11111111-1111-4111-8111-111111111111";

test("a place in the list is read as it was written, and nothing else is one", () => {
  const place = { closedAt: new Date("2027-03-10T10:11:12.345Z"), id };
  expect(readPosition(positionOf(place))).toEqual(place);
  for (const text of [null, "", "x", `0.${id}`, "1.x", `1e30.${id}`]) expect(readPosition(text)).toBeNull();
});

test("a history has the years since it began, the last first, and this one always", () => {
  const now = new Date("2027-03-10T12:00:00Z");
  expect(yearsOf(new Date("2025-07-01T12:00:00Z"), now)).toEqual([2027, 2026, 2025]);
  expect(yearsOf(null, now)).toEqual([2027]);
  expect(readYear("2026", [2027, 2026])).toBe(2026);
  expect(readYear("2020", [2027, 2026])).toBeNull();
});

test("a year is London’s", () => {
  expect(spanOf(2027)).toEqual({
    from: new Date("2027-01-01T00:00:00Z"),
    to: new Date("2028-01-01T00:00:00Z"),
  });
});
