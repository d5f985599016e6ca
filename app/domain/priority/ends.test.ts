import { expect, test } from "vitest";
import { endsInWords, sumOfEnds } from "./ends.ts";

test.each([
  [0, 0, null],
  [1, 0, "1 priority was signed off after residents were asked, and 0 were closed without sign-off."],
  [3, 1, "3 priorities were signed off after residents were asked, and 1 was closed without sign-off."],
  [0, 2, "0 priorities were signed off after residents were asked, and 2 were closed without sign-off."],
])("%i signed off and %i closed without", (signedOff, withoutSignOff, words) => {
  expect(endsInWords({ signedOff, withoutSignOff })).toBe(words);
});

test("only the neighbourhoods that are asked about are counted", () => {
  const ends = ["a", "b", "c"].map((slug, at) => ({ slug, signedOff: at, withoutSignOff: 1 }));
  expect(sumOfEnds(ends, new Set(["b", "c", "d"]))).toEqual({ signedOff: 3, withoutSignOff: 2 });
});
