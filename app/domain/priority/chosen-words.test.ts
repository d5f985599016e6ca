import { expect, test } from "vitest";
import { chosenInOneSentence } from "./chosen-words.ts";
import type { Trace } from "./trace.ts";

const nothing: Trace = {
  raisers: null,
  vote: null,
  score: null,
  panel: null,
  departures: [],
  urgent: null,
  partner: null,
};
const panel = {
  decidedOn: "2026-03-03",
  members: 12,
  motion: { for: 5, against: 1, abstain: 0 },
  isInterim: false,
};
const vote = { votes: 38, ballots: 64, isIndicative: false };

test.each<[string, Partial<Trace>]>([
  ["Chosen on 38 of 64 ballots, adopted by the panel on 3 March 2026.", { vote, panel }],
  ["Chosen on 38 of 64 ballots.", { vote }],
  ["Chosen on 1 of 1 ballot.", { vote: { ...vote, votes: 1, ballots: 1 } }],
  [
    "Chosen on 38 of 64 ballots, adopted by an interim panel on 3 March 2026.",
    { vote, panel: { ...panel, isInterim: true } },
  ],
  ["Adopted by the panel on 3 March 2026, raised by 12 people.", { panel, raisers: 12 }],
  ["Adopted by the panel on 3 March 2026.", { panel }],
  ["Added by the team as urgent on 1 February 2026.", { urgent: { addedOn: "2026-02-01", reason: "Fires" } }],
  [
    "Added by the team as urgent on 1 February 2026, confirmed by the panel on 3 March 2026.",
    { urgent: { addedOn: "2026-02-01", reason: "Fires" }, panel },
  ],
  [
    "Brought to the panel by a partner agency, adopted by the panel on 3 March 2026.",
    { partner: "a partner agency", panel },
  ],
  ["How it was chosen is not on record.", {}],
])("%s", (words, trace) => {
  expect(chosenInOneSentence({ ...nothing, ...trace })).toBe(words);
});
