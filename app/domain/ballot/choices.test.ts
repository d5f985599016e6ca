import fc from "fast-check";
import { expect, test } from "vitest";
import { readChoices } from "./choices.ts";

const shortlist = ["speeding", "bikes", "park", "parking", "graffiti"];

test.each([
  [["speeding"], ["speeding"]],
  [
    ["park", "speeding", "bikes"],
    ["speeding", "bikes", "park"],
  ],
])("%j stands as %j", (chosen, choices) => {
  expect(readChoices(chosen, shortlist, 3)).toEqual({ ok: true, choices });
});

test.each([
  [[], 3, "Select at least one problem"],
  [["speeding", "bikes", "park", "parking"], 3, "Select up to 3 problems"],
  [["speeding", "bikes"], 1, "Select only one problem"],
  [["speeding", "speeding"], 3, "Select each problem only once"],
  [["speeding", "litter"], 3, "Select problems from the list of this vote"],
])("%j of at most %i: %s", (chosen, most, message) => {
  expect(readChoices(chosen, shortlist, most)).toEqual({
    ok: false,
    errors: [{ field: "choices", message }],
  });
});

test("whatever is sent, no ballot holds more than allowed, the same twice, or a stranger", () => {
  const chosen = fc.array(fc.constantFrom(...shortlist, "litter", ""), { maxLength: 6 });
  fc.assert(
    fc.property(chosen, fc.integer({ min: 1, max: 5 }), (ids, most) => {
      const read = readChoices(ids, shortlist, most);
      if (!read.ok) return true;
      const { choices } = read;
      return (
        choices.length > 0 &&
        choices.length <= most &&
        new Set(choices).size === choices.length &&
        choices.every((id) => shortlist.includes(id))
      );
    }),
  );
});
