import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf, type PlanValues } from "./compare.ts";
import type { PlanFieldName } from "./fields.ts";

const plan = (values: Partial<Record<PlanFieldName, string>>): PlanValues =>
  new Map<PlanFieldName, string>(Object.entries(values) as [PlanFieldName, string][]);

const marked = (runs: readonly { words: string; isChanged: boolean }[]) =>
  runs.map(({ words, isChanged }) => (isChanged ? `[${words}]` : words)).join("");

test.each([
  [
    "a word",
    "what",
    "Bikes on the field",
    "Bikes on this field",
    "Bikes on [the] field",
    "Bikes on [this] field",
  ],
  ["a new line", "what", "Bikes", "Bikes\nNoise", "Bikes", "Bikes[\nNoise]"],
  ["a first text", "what", "", "Bikes", "", "[Bikes]"],
  ["a text that was taken out", "what", "Bikes", "", "[Bikes]", ""],
  ["a figure", "target", "15", "5", "[15]", "[5]"],
  ["a day", "targetDate", "2027-03-31", "2027-04-30", "[31 March 2027]", "[30 April 2027]"],
  ["a choice", "rating", "", "reduced", "", "[There is less of it]"],
] as const)("shows %s", (_name, field, old, now, before, after) => {
  const [difference] = differencesOf(plan({ [field]: old }), plan({ [field]: now }));
  expect(difference && [marked(difference.before), marked(difference.after)]).toEqual([before, after]);
});

test("shows what differs alone, in the order of the plan", () => {
  const differences = differencesOf(
    plan({ rating: "reduced", what: "Bikes", where: "The field" }),
    plan({ rating: "worse", what: "Noise", where: "The field" }),
  );
  expect(differences.map(({ name }) => name)).toEqual(["what", "rating"]);
});

test("both sides are the whole texts, whatever they are", () => {
  const text = fc.array(fc.constantFrom("bikes", "Noise", " ", "\n", ",", "é", "<b>"), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (first, second) => {
      const [old, now] = [first.join(""), second.join("")];
      const [difference] = differencesOf(plan({ what: old }), plan({ what: now }));
      const words = (runs: readonly { words: string }[]) => runs.map((run) => run.words).join("");
      if (old === now) expect(difference).toBeUndefined();
      else expect(difference && [words(difference.before), words(difference.after)]).toEqual([old, now]);
    }),
  );
});
