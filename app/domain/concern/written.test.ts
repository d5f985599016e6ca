import { expect, test } from "vitest";
import { coarsePosition, withAppeal } from "./written.ts";

test.each([
  ["-1.478213", "53.123456", { lng: -1.478, lat: 53.123 }],
  ["-1.4785", "53.1", { lng: -1.478, lat: 53.1 }],
  ["", "53.1", null],
  ["-1.4", " ", null],
  ["here", "there", null],
  ["-181", "53", null],
  ["-1", "91", null],
  ["Infinity", "53", null],
])("%s %s is kept as %j", (lng, lat, kept) => {
  expect(coarsePosition(lng, lat)).toEqual(kept);
});

test.each([
  [
    "Cars race here",
    "It was never about parking",
    "Cars race here\n\nAbout the decision: It was never about parking",
  ],
  [null, "It was never about parking", "It was never about parking"],
])("%j with an appeal's words", (words, added, kept) => {
  expect(withAppeal(words, added)).toBe(kept);
});
