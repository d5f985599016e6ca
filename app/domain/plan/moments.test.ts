import { expect, test } from "vitest";
import { momentsOf, mostChangesRead, pageOfMoments, type PlanChange } from "./moments.ts";

const change = (number: number, minute: number, by: string | null, name: PlanChange["name"] = "what") => ({
  number,
  name,
  by,
  at: new Date(Date.UTC(2026, 10, 24, 10, minute)),
});

test.each([
  ["nothing", [], []],
  ["one change", [change(1, 0, "a")], [[1, 1]]],
  ["one sitting", [change(3, 50, "a"), change(2, 25, "a"), change(1, 0, "a")], [[1, 3]]],
  [
    "a pause longer than half an hour",
    [change(2, 31, "a"), change(1, 0, "a")],
    [
      [2, 2],
      [1, 1],
    ],
  ],
  [
    "two who take turns",
    [change(3, 2, "a"), change(2, 1, "b"), change(1, 0, "a")],
    [
      [3, 3],
      [2, 2],
      [1, 1],
    ],
  ],
] as const)("%s", (_name, changes, expected) => {
  expect(momentsOf(changes).map(({ first, last }) => [first, last])).toEqual(expected);
});

test("a sitting ends when its last word was written, and names each field once, in the plan’s order", () => {
  const [sitting] = momentsOf([
    change(4, 9, "a", "where"),
    change(3, 6, "a", "what"),
    change(2, 3, "a", "when"),
    change(1, 0, "a", "what"),
  ]);
  expect(sitting?.at).toEqual(new Date(Date.UTC(2026, 10, 24, 10, 9)));
  expect(sitting?.names).toEqual(["what", "where", "when"]);
});

test("pages of sittings hold every change once, however many there are", () => {
  // Long sittings and short ones: one person for 250 changes, then two in turn.
  const all = Array.from({ length: 700 }, (_, index) =>
    change(700 - index, 0, index < 250 ? "a" : index % 3 === 0 ? "a" : "b"),
  );
  const seen: number[] = [];
  let below: number | null = 701;
  for (let page = 0; below !== null && page < 100; page += 1) {
    const from: number = below;
    const read = all.filter(({ number }) => number < from).slice(0, mostChangesRead);
    const shown = pageOfMoments(read);
    for (const { first, last } of shown.moments)
      for (let number = last; number >= first; number -= 1) seen.push(number);
    below = shown.below;
  }
  expect(seen).toEqual(all.map(({ number }) => number));
});

test("a single sitting that is longer than a reading is shown in pieces", () => {
  const read = Array.from({ length: mostChangesRead }, (_, index) => change(900 - index, 0, "a"));
  expect(pageOfMoments(read)).toMatchObject({ moments: [{ first: 601, last: 900 }], below: 601 });
});
