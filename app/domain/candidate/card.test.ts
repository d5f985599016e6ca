import { expect, test } from "vitest";
import { cycleStages } from "#app/domain/cycle/stages.ts";
import { cardOf, marksOf, problemOfChanging, whyReadOnly } from "./card.ts";
import { missingEvidence } from "./evidence.ts";
import { scoreOf } from "./score.ts";

const stored = {
  statement: "Cars go fast past the school.",
  raisers: 12,
  trendWords: "Up by a fifth.",
  trendSource: "data.police.uk",
  partnersWords: "Speed checks once a month.",
  harmWords: "Children on their way to school.",
  underHeardWords: "Nobody in particular.",
};

test("a stored card is whole, and each part that is not there is missed", () => {
  expect(missingEvidence(cardOf(stored))).toEqual([]);
  expect(missingEvidence(cardOf({ ...stored, trendSource: null }))).toEqual(["sources"]);
  expect(
    missingEvidence(
      cardOf({ ...stored, trendWords: null, partnersWords: null, harmWords: " ", underHeardWords: null }),
    ),
  ).toEqual(["trend", "inHand", "harm", "underHeard"]);
});

test("stored marks are a score, and what was not given is missing", () => {
  const marks = { scoreEvidence: 4, scoreHarm: 0, scoreUnderHeard: 1, scoreChangeable: 2, scoreNotInHand: 3 };
  expect(scoreOf(marksOf({ ...marks, scoreSupport: null }))).toEqual({
    sum: 10,
    outOf: 24,
    missing: ["support"],
  });
  expect(scoreOf(marksOf({ ...marks, scoreSupport: 3 }))).toMatchObject({ sum: 13, missing: [] });
});

test("candidates change until the vote opens", () => {
  expect(cycleStages.filter((stage) => problemOfChanging(stage) === null)).toEqual([
    "raising",
    "research",
    "shortlisting",
  ]);
});

test.each([
  ["research", true, null],
  ["research", false, "Only the sergeant and an analyst of this neighbourhood change its candidates."],
  ["voting", true, "The shortlist is published: its candidates cannot be changed any more."],
  ["live", false, "The shortlist is published: its candidates cannot be changed any more."],
  ["closed", true, "This cycle is over: its candidates cannot be changed any more."],
] as const)(
  "whoever reads a card in %s (may write: %s) is told why it is only read",
  (stage, mayWrite, words) => {
    expect(whyReadOnly(stage, mayWrite)).toBe(words);
  },
);
