import { expect, test } from "vitest";
import { notChosenInWords, type NotChosen } from "./not-chosen.ts";

const shortlisted: NotChosen = {
  raisers: 6,
  isShortlisted: true,
  leftOffReason: null,
  vote: { votes: 33, ballots: 64, place: 3 },
  panel: null,
};
const panel = { isMoved: false, motion: null, passedOverReason: null };

test.each<[string, NotChosen, string[]]>([
  [
    "left off the shortlist",
    { ...shortlisted, isShortlisted: false, leftOffReason: "The council mends it this month.", vote: null },
    ["6 people raised this.", "Left off the shortlist: The council mends it this month."],
  ],
  ["before the panel", shortlisted, ["6 people raised this.", "It was on 33 of 64 ballots, place 3."]],
  [
    "no room",
    { ...shortlisted, panel },
    [
      "6 people raised this.",
      "It was on 33 of 64 ballots, place 3.",
      "Others stood higher in the vote, so the panel did not vote on it.",
    ],
  ],
  [
    "passed over",
    { ...shortlisted, panel: { ...panel, passedOverReason: "It is already in hand." } },
    [
      "6 people raised this.",
      "It was on 33 of 64 ballots, place 3.",
      "The panel took others first: It is already in hand.",
    ],
  ],
  [
    "voted down",
    {
      ...shortlisted,
      vote: null,
      panel: { ...panel, isMoved: true, motion: { for: 2, against: 4, abstain: 1 } },
    },
    ["6 people raised this.", "The panel voted on it and did not adopt it: 2 for, 4 against, 1 abstained."],
  ],
])("%s", (_, candidate, sentences) => {
  expect(notChosenInWords(candidate)).toEqual(sentences);
});
