import { describe, expect, test } from "vitest";
import { otherForceOf } from "./other-forces.ts";
import { policeAreas } from "./police-areas.ts";

describe("otherForceOf", () => {
  test.each([
    ["Sheffield", "E08000039", "South Yorkshire Police"],
    ["Sheffield before 2025", "E08000019", "South Yorkshire Police"],
    ["Barnsley", "E08000038", "South Yorkshire Police"],
    ["Rotherham", "E08000018", "South Yorkshire Police"],
    ["East Staffordshire (Burton)", "E07000193", "Staffordshire Police"],
    ["Stoke-on-Trent", "E06000021", "Staffordshire Police"],
    ["Glasgow", "S12000049", "Police Scotland"],
    ["Na h-Eileanan an Iar", "S12000013", "Police Scotland"],
    ["Belfast", "N09000003", "Police Service of Northern Ireland"],
    ["Derby", "E06000015", "Derbyshire Constabulary"],
    ["Erewash", "E07000036", "Derbyshire Constabulary"],
    ["North West Leicestershire", "E07000134", "Leicestershire Police"],
    ["Stockport", "E08000007", "Greater Manchester Police"],
    ["Kirklees", "E08000034", "West Yorkshire Police"],
    ["Bassetlaw", "E07000171", "Nottinghamshire Police"],
    ["Cheshire East", "E06000049", "Cheshire Constabulary"],
    ["City of London", "E09000001", "City of London Police"],
    ["Westminster", "E09000033", "Metropolitan Police Service"],
    ["Darlington", "E06000005", "Durham Constabulary"],
    ["Stockton-on-Tees", "E06000004", "Cleveland Police"],
    ["Gateshead", "E08000037", "Northumbria Police"],
    ["St Albans", "E07000240", "Hertfordshire Constabulary"],
    ["Welwyn Hatfield before 2013", "E07000104", "Hertfordshire Constabulary"],
    ["East Suffolk", "E07000244", "Suffolk Constabulary"],
    ["Somerset", "E06000066", "Avon and Somerset Police"],
    ["Westmorland and Furness", "E06000064", "Cumbria Constabulary"],
    ["Powys", "W06000023", "Dyfed-Powys Police"],
    ["Merthyr Tydfil", "W06000024", "South Wales Police"],
    ["Newport", "W06000022", "Gwent Police"],
    ["Wrexham", "W06000006", "North Wales Police"],
    ["the Isle of Man", "M99999999", null],
    ["no code at all", "", null],
    ["a code never given", "E07999999", null],
  ])("%s (%s) → %s", (_, code, name) => {
    expect(otherForceOf(code).name).toBe(name);
  });

  test("links to the force's own page, and to the finder of police.uk where that is not known", () => {
    expect(otherForceOf("E08000039").url).toBe("https://www.police.uk/pu/your-area/south-yorkshire-police/");
    expect(otherForceOf("S12000049").url).toBe("https://www.police.uk/pu/your-area/");
    expect(otherForceOf("").url).toBe("https://www.police.uk/pu/your-area/");
  });
});

describe("the table", () => {
  test("has the 43 forces of England and Wales, Scotland's and Northern Ireland's, once each", () => {
    expect(policeAreas).toHaveLength(45);
    expect(new Set(policeAreas.map(({ name }) => name)).size).toBe(45);
  });

  test("gives no district to two forces", () => {
    // Each force's own districts have to lead back to it: a later force listing one of them would take it.
    for (const { name, districts } of policeAreas) {
      for (const range of districts.split(" ")) {
        expect(otherForceOf(range.slice(0, range.includes("-") ? range.indexOf("-") : undefined)).name).toBe(
          name,
        );
      }
    }
  });
});
