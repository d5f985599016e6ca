import { expect, test } from "vitest";
import { referenceCount, referenceOf } from "./resident.ts";

test.each([
  [0, "R-2222"],
  [1, "R-2223"],
  [24, "R-2232"],
  [referenceCount - 1, "R-YYYY"],
])("%i is written %s", (number, reference) => {
  expect(referenceOf(number)).toBe(reference);
});

test("no two numbers are written alike", () => {
  const step = 7;
  const written = new Set<string>();
  for (let number = 0; number < referenceCount; number += step) written.add(referenceOf(number));
  expect(written.size).toBe(Math.ceil(referenceCount / step));
});
