import { describe, expect, it } from "vitest";
import { checkStructure } from "./check-structure.ts";
import type { StructureRow } from "./structure-file.ts";

const row = (line: number, neighbourhoodCode: string, given: Partial<StructureRow> = {}): StructureRow => ({
  line,
  neighbourhoodCode,
  neighbourhoodName: null,
  bcuCode: "B1",
  bcuName: "North",
  sectionCode: "S1",
  sectionName: "Peak",
  partnershipCode: "E07000037",
  partnershipName: "High Peak",
  teamCode: "T1",
  teamName: "Northgate",
  urbanRural: null,
  residents: null,
  ...given,
});
const first = row(2, "N1");

describe("checkStructure", () => {
  it.each<[string, StructureRow, string]>([
    ["a neighbourhood twice", row(3, "N1"), "neighbourhood N1 stands on line 2 already"],
    [
      "a section in two BCUs",
      row(3, "N2", { bcuCode: "B2", bcuName: "South" }),
      "section S1 is in BCU B2 here and in BCU B1 on line 2",
    ],
    [
      "a team in two sections",
      row(3, "N2", { sectionCode: "S2" }),
      "team T1 is in section S2 here and in section S1 on line 2",
    ],
    [
      "a BCU under two names",
      row(3, "N2", { bcuName: "Nord" }),
      'BCU B1 is "Nord" here and "North" on line 2',
    ],
    [
      "a team under two names",
      row(3, "N2", { teamName: "X" }),
      'team T1 is "X" here and "Northgate" on line 2',
    ],
    ["a neighbourhood without boundary", row(3, "N9"), "neighbourhood N9 is not in the boundaries in force"],
  ])("refuses %s", (_, second, message) => {
    expect(checkStructure([first, second], new Set(["N1", "N2"])).problems).toEqual([{ line: 3, message }]);
  });

  it("takes any code while no boundaries are loaded", () => {
    expect(checkStructure([first, row(3, "N9")], null)).toEqual({ problems: [], warnings: [] });
  });

  it("lets a partnership span sections, and a section have several teams", () => {
    const second = row(3, "N2", {
      sectionCode: "S2",
      sectionName: "Dale",
      teamCode: "T2",
      teamName: "Southgate",
    });
    const third = row(4, "N3", { teamCode: "T3", teamName: "Westgate" });
    expect(checkStructure([first, second, third], null).problems).toEqual([]);
  });

  it("warns of a neighbourhood with a boundary and no row", () => {
    expect(checkStructure([first], new Set(["N2", "N1"])).warnings).toEqual([
      "N2 is in the boundaries in force but not in this file",
    ]);
  });
});
