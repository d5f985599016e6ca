import { expect, test } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { toQuestion } from "./question.ts";

const square = (name: string, west: number) => ({
  id: name,
  slug: name.toLowerCase(),
  code: name,
  name,
  district: null,
  description: null,
  districtCode: "E07000037",
  centre: [west + 0.05, 53.05] as const,
  geometry: {
    type: "Polygon" as const,
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
const point = (postcode: string, lng: number, terminatedIn: string | null = null) => ({
  postcode,
  lng,
  lat: 53.05,
  districtCode: "E07000037",
  terminatedIn,
});
const label = { id: "1", source: "test", date: null, attribution: "", isIllustrative: false };
const finder = createFinder({
  version: "1",
  editions: { boundaries: label, postcodes: label, places: null },
  // Side by side: the shared border runs along longitude -1.5.
  neighbourhoods: [square("Westly", -1.6), square("Eastly", -1.5)],
  postcodes: [point("SK17 1AA", -1.55), point("SK17 1AD", -1.50015), point("SK17 1AF", -1.45, "2019-06")],
  outside: [],
  recordedPostcodes: [],
  recordedOutwards: [{ outward: "SK23", neighbourhoodId: "Eastly" }],
  places: [],
  districts: [{ code: "E07000037", name: "High Peak", slug: "high-peak" }],
});

test.each([
  { name: "well inside", postcode: "SK17 1AA", nextTo: [], asked: { kind: "settled", slug: "westly" } },
  {
    name: "at the border",
    postcode: "SK17 1AD",
    nextTo: [],
    asked: { kind: "ask", options: ["westly", "eastly"] },
  },
  {
    name: "known by its first half",
    postcode: "SK23 7AA",
    nextTo: [],
    asked: { kind: "pick", options: ["eastly"] },
  },
  { name: "terminated", postcode: "SK17 1AF", nextTo: [], asked: { kind: "pick", options: ["eastly"] } },
  { name: "unknown", postcode: "ZZ99 9ZZ", nextTo: [], asked: { kind: "pick", options: [] } },
  {
    name: "a position at the border",
    postcode: null,
    nextTo: ["eastly", "westly"],
    asked: { kind: "ask", options: ["eastly", "westly"] },
  },
  { name: "a position with nothing beside it", postcode: null, nextTo: ["eastly"], asked: null },
  { name: "a position whose neighbourhoods are gone", postcode: null, nextTo: ["a", "b"], asked: null },
  { name: "no postcode at all", postcode: "hello", nextTo: [], asked: null },
])("$name", ({ postcode, nextTo, asked }) => {
  const question = toQuestion(finder, { postcode, nextTo }, "Derbyshire");
  if (question === null || asked === null) expect(question).toBe(asked);
  else {
    const { kind } = question;
    expect(
      "options" in question ? { kind, options: question.options.map(({ slug }) => slug) } : question,
    ).toEqual(asked);
  }
});

test("the map of a border marks the point and names both sides", () => {
  const question = toQuestion(finder, { postcode: "SK17 1AD", nextTo: [] }, "Derbyshire");
  const picture = question?.kind === "ask" ? question.picture : null;
  expect(picture?.point).not.toBeNull();
  expect(picture?.labels.map(({ words, isHere }) => `${words} ${isHere}`).sort()).toEqual([
    "Eastly false",
    "Westly true",
  ]);
  // Westly lies to the left of Eastly, and the point between their names.
  const x = (words: string) => picture?.labels.find((each) => each.words === words)?.x ?? NaN;
  expect(x("Westly")).toBeLessThan(picture?.point?.x ?? NaN);
  expect(x("Eastly")).toBeGreaterThan(picture?.point?.x ?? NaN);
});
