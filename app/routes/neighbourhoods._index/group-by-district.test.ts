import { describe, expect, test } from "vitest";
import { filterDistricts, groupByDistrict } from "./group-by-district.ts";

const neighbourhood = (name: string, districtCode: string | null) => ({
  slug: name.toLowerCase().replaceAll(" ", "-"),
  name,
  district: null,
  districtCode,
});
const districts = [
  { code: "E1", name: "High Peak", slug: "high-peak" },
  { code: "E2", name: "Amber Valley", slug: "amber-valley" },
  { code: "E3", name: "Erewash", slug: "erewash" },
];
const list = groupByDistrict(
  [
    neighbourhood("Gamesley", "E1"),
    neighbourhood("Chapel-en-le-Frith", "E1"),
    neighbourhood("Belper", "E2"),
    neighbourhood("St Mary’s", null),
  ],
  districts,
);
const names = (found: typeof list) =>
  found.map(({ name, neighbourhoods }) => `${name}: ${neighbourhoods.map((each) => each.name).join(", ")}`);

describe("the list", () => {
  test("goes by district and name, without empty districts, the unplaced last", () => {
    expect(names(list)).toEqual([
      "Amber Valley: Belper",
      "High Peak: Chapel-en-le-Frith, Gamesley",
      "Other: St Mary’s",
    ]);
  });
  test("is one list where no districts are known", () => {
    expect(names(groupByDistrict([neighbourhood("Belper", null)], []))).toEqual([
      "All neighbourhoods: Belper",
    ]);
  });
});

describe("the filter", () => {
  test.each([
    { words: "", found: names(list) },
    { words: "  ", found: names(list) },
    { words: "gam", found: ["High Peak: Gamesley"] },
    { words: "chapel en le", found: ["High Peak: Chapel-en-le-Frith"] },
    { words: "st marys", found: ["Other: St Mary’s"] },
    { words: "HIGH PEAK", found: ["High Peak: Chapel-en-le-Frith, Gamesley"] },
    { words: "nowhere", found: [] },
  ])("“$words”", ({ words, found }) => {
    expect(names(filterDistricts(list, words))).toEqual(found);
  });
});
