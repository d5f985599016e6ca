import { expect, test } from "vitest";
import { notChosenOf } from "./of-cycle.ts";

const candidate = (id: string, became: string | null = null) => ({
  id,
  title: id,
  raisers: 2,
  isShortlisted: true,
  leftOffReason: null,
  became,
});
const item = (candidateId: string, isCarried: boolean | null, departureReason: string | null = null) => ({
  candidateId,
  isMoved: isCarried !== null,
  isCarried,
  departureReason,
  votesFor: isCarried === null ? null : 5,
  votesAgainst: 1,
  abstentions: 0,
});
const tally = {
  counted: 64,
  result: { rows: ["bikes", "park"].map((id, at) => ({ id, votes: 33 - at, rank: at + 1 })) },
};

test("what became a priority is left out, also where its page was taken down", () => {
  const meetings = [{ state: "decided", items: [item("taken down", true), item("park", null, "In hand.")] }];
  expect(
    notChosenOf([candidate("bikes", "P-7K3FQ"), candidate("taken down"), candidate("park")], tally, meetings),
  ).toEqual([
    {
      title: "park",
      sentences: [
        "2 people raised this.",
        "It was on 32 of 64 ballots, place 2.",
        "The panel took others first: In hand.",
      ],
    },
  ]);
});

test("before the panel has decided, only the vote is said", () => {
  const meetings = [{ state: "inquorate", items: [] }];
  expect(notChosenOf([candidate("park")], tally, meetings)[0]?.sentences).toHaveLength(2);
});
