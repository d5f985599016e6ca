import { describe, expect, it } from "vitest";
import { createFinder } from "./create-finder.ts";
import type { FinderFacts, FinderNeighbourhood } from "./finder.ts";
import { packOutside } from "./outside-postcodes.ts";

// Two squares side by side, 0.1 degrees each (about 6.7 km by 11 km), sharing the border at longitude -1.5.
const square = (code: string, name: string, west: number): FinderNeighbourhood => ({
  id: `id-${code}`,
  slug: name.toLowerCase(),
  code,
  name,
  district: "High Peak",
  description: null,
  districtCode: "E07000037",
  centre: [west + 0.05, 53.05],
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 53],
        [west + 0.1, 53],
        [west + 0.1, 53.1],
        [west, 53.1],
        [west, 53],
      ],
    ],
  },
});

const label = (source: string) => ({
  id: source,
  source,
  date: "2025-11-01",
  attribution: "",
  isIllustrative: false,
});
const point = (postcode: string, lng: number, lat: number, terminatedIn: string | null = null) => ({
  postcode,
  lng,
  lat,
  districtCode: "E07000037",
  terminatedIn,
});

const facts: FinderFacts = {
  version: "1",
  editions: { boundaries: label("boundaries"), postcodes: label("postcodes"), places: null },
  neighbourhoods: [square("W1", "Westly", -1.6), square("E1", "Eastly", -1.5)],
  postcodes: [
    point("SK17 1AA", -1.55, 53.05),
    point("SK17 1AB", -1.5012, 53.05), // 80 m west of the shared border
    point("SK17 1AD", -1.50015, 53.05), // 10 m west of it
    point("SK17 1AE", -1.39, 53.05), // 670 m beyond the eastern edge
    point("SK17 1AF", -1.45, 53.05, "2019-06"),
    point("SK17 1AG", Number.NaN, Number.NaN),
  ],
  outside: [packOutside("S1", [{ inward: "2HE", districtCode: "E08000039" }])],
  recordedPostcodes: [{ postcode: "SK22 1AA", neighbourhoodId: "id-E1" }],
  recordedOutwards: [{ outward: "SK23", neighbourhoodId: "id-E1" }],
  places: [
    { name: "Buxton", kind: "town", lng: -1.55, lat: 53.05, districtCode: null },
    { name: "Chapel-en-le-Frith", kind: "town", lng: -1.45, lat: 53.05, districtCode: null },
    { name: "Chapel Milton", kind: "hamlet", lng: -1.45, lat: 53.06, districtCode: null },
  ],
  districts: [{ code: "E07000037", name: "High Peak", slug: "high-peak" }],
};
const finder = createFinder(facts);

describe("answerPostcode", () => {
  it.each([
    ["sk171aa", "Westly", "boundary", [], false],
    ["SK17 1AB", "Westly", "boundary", ["Eastly"], false],
    ["SK17 1AD", "Westly", "boundary", ["Eastly"], true],
    ["SK17 1AE", "Eastly", "nearest", [], false],
    ["SK22 1AA", "Eastly", "postcode", [], false],
  ])("%s is %s by %s", (typed, name, answeredBy, alternatives, askFirst) => {
    const answer = finder.answerPostcode(typed);
    expect(answer).toMatchObject({ kind: "found", neighbourhood: { name }, answeredBy, askFirst });
    expect(answer.kind === "found" && answer.alternatives.map((alternative) => alternative.name)).toEqual(
      alternatives,
    );
  });

  it("gives the distance to the neighbour's border in metres", () => {
    const answer = finder.answerPostcode("SK17 1AB");
    const distance = answer.kind === "found" ? answer.alternatives[0]?.distanceMetres : null;
    expect(distance).toBeGreaterThan(75);
    expect(distance).toBeLessThan(85);
  });

  it.each([
    ["SK17 1AF", { kind: "terminated", terminatedIn: "2019-06", alternatives: [{ name: "Eastly" }] }],
    [
      "SK17 1AG",
      { kind: "outward", outward: "SK17", alternatives: [{ name: "Eastly" }, { name: "Westly" }] },
    ],
    [
      "S1 2HE",
      { kind: "outside-force", districtCode: "E08000039", otherForce: { name: "South Yorkshire Police" } },
    ],
    ["S1 2HF", { kind: "unknown", alternatives: [] }],
    ["SK23 9ZZ", { kind: "unknown", alternatives: [{ name: "Eastly" }] }],
    ["ZZ99 9ZZ", { kind: "unknown", alternatives: [] }],
    ["hello", { kind: "not-a-postcode", reason: "not-a-postcode" }],
    ["SK17", { kind: "not-a-postcode", reason: "outward-only" }],
    ["", { kind: "not-a-postcode", reason: "empty" }],
  ])("%s gets %o", (typed, expected) => {
    expect(finder.answerPostcode(typed)).toMatchObject(expected);
  });

  it("offers the outward code's neighbourhoods while the country is not loaded", () => {
    const local = createFinder({ ...facts, outside: [], postcodes: [] });
    expect(local.answerPostcode("SK23 9ZZ")).toMatchObject({
      kind: "outward",
      alternatives: [{ name: "Eastly" }],
    });
    expect(local.answerPostcode("S1 2HE")).toMatchObject({ kind: "unknown" });
  });
});

describe("locate", () => {
  it.each([
    [-1.55, 53.05, { kind: "found", neighbourhood: { name: "Westly" }, alternatives: [], askFirst: false }],
    [-1.5001, 53.05, { kind: "found", neighbourhood: { name: "Westly" }, askFirst: true }],
    [-1.39, 53.05, { kind: "outside-force", nearest: { name: "Eastly" } }],
    [10, 53.05, { kind: "outside-force", nearest: null }],
    [53.05, -91, { kind: "not-a-position" }],
    [Number.NaN, 53, { kind: "not-a-position" }],
  ])("%d, %d is %o", (lng, lat, expected) => {
    expect(finder.locate(lng, lat)).toMatchObject(expected);
  });
});

describe("searchPlaces", () => {
  it.each([
    ["Buxon", "Buxton"],
    ["buxton", "Buxton"],
    ["chapel en le frith", "Chapel-en-le-Frith"],
    ["chapple en le frith", "Chapel-en-le-Frith"],
    ["Chapel-en", "Chapel-en-le-Frith"],
    ["westley", "Westly"],
  ])("%s finds %s first", (typed, name) => {
    expect(finder.searchPlaces(typed, 5)[0]).toMatchObject({ name });
  });

  it("names the neighbourhood a place lies in and keeps to the limit", () => {
    expect(finder.searchPlaces("chapel", 1)).toHaveLength(1);
    expect(finder.searchPlaces("Buxton", 5)[0]).toMatchObject({
      neighbourhood: { slug: "westly" },
      district: "High Peak",
    });
  });

  it.each(["", "  ", "!!!", "x".repeat(100_000)])("finds nothing, quietly, for %#", (typed) => {
    expect(finder.searchPlaces(typed, 5)).toEqual([]);
  });
});

it("knows neighbours, and districts where no structure says so", () => {
  expect(finder.neighboursOf("westly")).toMatchObject([{ name: "Eastly" }]);
  const bare = createFinder({
    ...facts,
    neighbourhoods: facts.neighbourhoods.map((n) => ({ ...n, district: null, districtCode: null })),
  });
  expect(bare.bySlug("westly")).toMatchObject({ district: "High Peak", districtCode: "E07000037" });
  expect(bare.bySlug("eastly")).toMatchObject({ district: "High Peak" });
  expect(bare.bySlug("nowhere")).toBeNull();
});
