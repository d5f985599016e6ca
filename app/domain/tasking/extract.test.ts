import { expect, test } from "vitest";
import { extractOf, type ExtractFacts, type ExtractPriority } from "./extract.ts";

const priority = (reference: string, changed: Partial<ExtractPriority> = {}): ExtractPriority => ({
  reference,
  title: "Speeding on the hill",
  category: "speeding",
  state: "in-progress",
  openedOn: "2026-11-01",
  place: "Alfreton",
  bcu: { code: "B1", name: "North" },
  partnership: { code: "P1", name: "Amber Valley" },
  ...changed,
});
const facts: ExtractFacts = {
  priorities: [
    priority("P-22222"),
    priority("P-22223", { openedOn: "2026-10-01", partnership: { code: "P2", name: "Bolsover" } }),
    priority("P-22224", { category: "parking", bcu: { code: "B2", name: "South" } }),
  ],
  practice: [
    { category: "speeding", slug: "a-sign", title: "A sign" },
    { category: "drugs", slug: "another", title: "Another" },
  ],
  outcomes: [{ category: "parking", reference: "P-33333", title: "School gate", before: "30", after: "9" }],
  actions: [
    { category: "speeding", bcu: { code: "B1" }, partnership: { code: "P1" }, done: 3, late: 0 },
    { category: "speeding", bcu: { code: "B1" }, partnership: { code: "P2" }, done: 1, late: 1 },
  ],
};
const all = { theme: null, area: null };

test("every live priority stands under its theme, the commonest first, the oldest of each first", () => {
  const { total, themes, areas } = extractOf(facts, all, "2026-11-11");
  expect(total).toBe(3);
  expect(
    themes.map(({ theme, lines }) => [theme, lines.map(({ reference, days }) => [reference, days])]),
  ).toEqual([
    [
      "speeding",
      [
        ["P-22223", 41],
        ["P-22222", 10],
      ],
    ],
    ["parking", [["P-22224", 10]]],
  ]);
  expect(themes[0]).toMatchObject({
    oldestDays: 41,
    done: 4,
    late: 1,
    practice: [{ slug: "a-sign" }],
    outcomes: [],
  });
  expect(themes[1]).toMatchObject({ done: 0, late: 0, practice: [], outcomes: [{ reference: "P-33333" }] });
  expect(areas.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

test.each([
  [{ theme: "parking", area: null }, ["P-22224"]],
  [{ theme: null, area: { kind: "bcu", code: "B1" } }, ["P-22223", "P-22222"]],
  [{ theme: null, area: { kind: "partnership", code: "P2" } }, ["P-22223"]],
  [{ theme: "drugs", area: null }, []],
] as const)("of %o it shows %o", (filter, references) => {
  const { total, themes } = extractOf(facts, filter, "2026-11-11");
  expect(themes.flatMap(({ lines }) => lines.map(({ reference }) => reference))).toEqual(references);
  expect(total).toBe(references.length);
});
