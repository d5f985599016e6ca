import { expect, test } from "vitest";
import { readPlace, writePlace } from "./queue-place.ts";

const id = "0b0f3f0e-6a55-4d0c-9f5e-0d7ba1f8a111";

test("a place is read as it was written", () => {
  const place = { isUrgent: true, dueAt: new Date(1_795_000_000_000), raisedAt: new Date(5), id };
  expect(readPlace(writePlace(place))).toEqual(place);
  expect(readPlace(writePlace({ ...place, isUrgent: false }))?.isUrgent).toBe(false);
});

test.each([
  null,
  "",
  "1",
  `2.1.1.${id}`,
  `1.1.${id}`,
  "1.1.1.x",
  `1.999999999999999999.1.${id}`,
  `1.999999999999999.1.${id}`,
])("%j is none", (words) => {
  expect(readPlace(words)).toBeNull();
});
