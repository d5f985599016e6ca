import { describe, expect, test } from "vitest";
import type { LngLat } from "#geo/types.ts";
import { similarTo, type ConcernDraft, type SimilarCandidate } from "./similarity.ts";
import { stem } from "./stem.ts";

// Matlock, by the station; about 11 m to a ten-thousandth of a degree of latitude.
const here: LngLat = [-1.5607, 53.1377];
const north = (metres: number): LngLat => [here[0], here[1] + metres / 111_195];

const speeding: SimilarCandidate = {
  id: "a",
  category: "speeding",
  position: here,
  words: "Speeding past the school. Cars go too fast past the primary school at the start of the day.",
};
const bikes: SimilarCandidate = {
  id: "b",
  category: "off-road-bikes",
  position: north(200),
  words: "Motorbikes on the recreation ground. Off-road bikes are ridden over the playing fields.",
};
const far: SimilarCandidate = { ...speeding, id: "c", position: north(2_000) };
const unplaced: SimilarCandidate = { ...speeding, id: "d", position: null };
const all = [bikes, far, unplaced, speeding];

const draft = (more: Partial<ConcernDraft>): ConcernDraft => ({
  category: null,
  position: null,
  words: "",
  ...more,
});
const ids = (one: ConcernDraft, most = 10) => similarTo(one, all, most).map(({ id }) => id);

describe("similar concerns", () => {
  test.each([
    ["nothing typed yet", draft({}), []],
    ["a place alone", draft({ position: here }), []],
    ["a category alone", draft({ category: "speeding" }), []],
    ["the same category close by", draft({ category: "speeding", position: north(50) }), ["a"]],
    [
      "other words for the same",
      draft({ words: "cars speed by the schools, drivers far too fast" }),
      ["a", "c", "d"],
    ],
    ["words and place", draft({ words: "cars speed by the schools", position: north(100) }), ["a", "d"]],
    [
      "bikes as they are typed",
      draft({ words: "a motorbike riding over the fields", position: here, category: "off-road-bikes" }),
      ["b"],
    ],
    ["something else", draft({ words: "graffiti on the shelter", position: here, category: "damage" }), []],
  ])("%s", (_, one, expected) => {
    expect(ids(one)).toEqual(expected);
  });

  test("no more than were asked for, and the same whatever the order", () => {
    const one = draft({ words: "cars speeding past the school" });
    expect(ids(one, 2)).toHaveLength(2);
    expect(similarTo(one, [...all].reverse(), 10)).toEqual(similarTo(one, all, 10));
  });
});

test.each([
  ["speeding", "speed"],
  ["speeders", "speed"],
  ["bikes", "bik"],
  ["bike", "bik"],
  ["parties", "party"],
  ["running", "run"],
  ["glass", "glas"],
  ["gas", "gas"],
])("%s is looked for as %s", (word, expected) => {
  expect(stem(word)).toBe(expected);
});
