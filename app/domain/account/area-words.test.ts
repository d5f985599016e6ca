import { describe, expect, test } from "vitest";
import { areaInWords, heldAreaInWords, heldRolesInWords, type PlacedNeighbourhood } from "./area-words.ts";

const placed = (
  neighbourhoodId: string,
  team: string,
  section: string,
  bcu = "North",
): PlacedNeighbourhood => ({
  neighbourhoodId,
  name: `The ${neighbourhoodId}`,
  team: { code: team, name: team },
  section: { code: section, name: section },
  bcu: { code: bcu, name: bcu },
  partnership: { code: "P", name: "Peak" },
});
const force = [
  placed("a", "Buxton", "Peak"),
  placed("b", "Buxton", "Peak"),
  placed("c", "Glossop", "Peak"),
  placed("d", "Derby", "Town", "South"),
  placed("e", "Derby", "Town", "South"),
  placed("f", "Derby", "Town", "South"),
];

describe("a held area in words", () => {
  test.each([
    [["a"], "The a"],
    [["a", "b"], "Buxton team"],
    [["a", "b", "c"], "Peak section"],
    [["d", "e", "f"], "Derby team"],
    [["a", "c"], "The a, The c"],
    [["a", "b", "c", "d", "e"], "5 neighbourhoods"],
    [["a", "b", "c", "d", "e", "f"], "Peak partnership"],
    [[], "No neighbourhood today"],
    [["gone", "a"], "2 neighbourhoods"],
  ])("%j is %s", (neighbourhoodIds, words) => {
    expect(heldAreaInWords({ neighbourhoodIds }, force)).toBe(words);
  });

  test("the force", () => {
    expect(heldAreaInWords("force", [])).toBe("Whole force");
  });
});

test.each([
  ["section", "High Peak section", "High Peak section"],
  ["section", "High Peak", "High Peak section"],
  ["team", "Northgate SNT", "Northgate SNT"],
  ["neighbourhood", "Norton", "Norton"],
  ["force", "", "Whole force"],
] as const)("%s %s is %s", (kind, name, words) => {
  expect(areaInWords({ kind, name })).toBe(words);
});

test("an area of two names has the one that the role is usually given for", () => {
  const area = { neighbourhoodIds: ["d", "e", "f"] };
  expect(heldAreaInWords(area, force, "sergeant")).toBe("Derby team");
  expect(heldAreaInWords(area, force, "inspector")).toBe("Town section");
  expect(heldAreaInWords(area, force, "commander")).toBe("South BCU");
});

test("a role held by two ways is said once", () => {
  const held = { role: "sergeant" as const, area: { neighbourhoodIds: ["a"] } };
  expect(heldRolesInWords([held, held, { role: "records", area: "force" }], force)).toEqual([
    "SNT sergeant: The a",
    "Records and data protection: Whole force",
  ]);
});
