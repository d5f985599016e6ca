import { expect, test } from "vitest";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { streetKinds } from "#app/domain/measure/street-kinds.ts";
import { incidentKinds } from "./incident-kinds.ts";
import { trendInWords } from "./trend.ts";

test.each([
  [120, 100, "20 per cent more than the 100 of the 12 months before"],
  [75, 100, "25 per cent fewer than the 100 of the 12 months before"],
  [104, 100, "about as many as the 100 of the 12 months before"],
  [9, 2, "too few to say whether it rose or fell"],
  [12, 0, "none were recorded in the 12 months before"],
])("%i after %i: %s", (latest, before, words) => {
  const trend = { kinds: ["Drugs"], latest, before, lastMonth: "2026-10-01", source: "police.uk" };
  expect(trendInWords(trend)).toBe(`${latest} recorded in the 12 months to October 2026 (Drugs): ${words}.`);
});

test("every kind that is published tells something of some category, and no other is asked for", () => {
  const kinds = new Set(concernCategories.flatMap((category) => incidentKinds[category]));
  expect([...kinds].sort()).toEqual(streetKinds);
});
