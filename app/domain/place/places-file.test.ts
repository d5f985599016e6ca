import { describe, expect, it } from "vitest";
import { checkPlaces, placesTexts } from "./places-file.ts";
import type { Place } from "./place.ts";

const place = (name: string, given: Partial<Place> = {}): Place => ({
  name,
  kind: "village",
  lng: -1.5,
  lat: 53,
  districtCode: null,
  ...given,
});

describe("checkPlaces", () => {
  it.each<[string, Place, number]>([
    ["the same place twice", place("Norton"), 1],
    ["the same name elsewhere", place("Norton", { lat: 53.2 }), 0],
    ["another name there", place("Sutton"), 0],
  ])("%s", (_, second, problems) => {
    expect(
      checkPlaces([
        { ...place("Norton"), line: 2 },
        { ...second, line: 3 },
      ]),
    ).toHaveLength(problems);
  });
});

describe("placesTexts", () => {
  it("keeps namesakes of one district under one key, whatever their order", () => {
    const [a, b] = [place("Norton"), place("Norton", { lat: 53.2 })];
    expect(placesTexts([a, b])).toEqual(placesTexts([b, a]));
    expect([...placesTexts([a, b]).keys()]).toEqual(["Norton (village)"]);
  });
});
