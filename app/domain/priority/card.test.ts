import { describe, expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { cardOf, type CardSource } from "./card.ts";

const source: CardSource = {
  lastPoll: null,
  lastLine: null,
  reference: "P-7K3FQ",
  title: "Speeding by the school",
  statement: "Cars pass the school too fast.",
  state: "in-progress",
  adoptedOn: "2026-03-03",
  stateSince: "2026-03-05",
  lastPublicOn: "2026-03-05",
  lapsesOn: null,
  isConfirmed: false,
  isLowParticipation: false,
  isInterim: false,
  trace: { raisers: 9, vote: null, score: null, panel: null, departures: [], urgent: null, partner: null },
};
const urgent = { ...source.trace, urgent: { addedOn: "2026-03-03", reason: "Fires" } };

test.each<[string, Partial<CardSource>, string, string[]]>([
  ["nothing to remark", {}, "2026-06-04", []],
  ["91 days without news are not too long, 92 are", {}, "2026-06-05", ["No news for residents for 92 days."]],
  ["nothing is stale once it is over", { state: "signed-off" }, "2027-06-05", []],
  [
    "few votes, an interim panel",
    { isLowParticipation: true, isInterim: true },
    "2026-03-10",
    [
      "Few people voted when it was chosen.",
      "Decided by an interim panel: this neighbourhood has no panel of residents yet.",
    ],
  ],
  [
    "urgent, waiting for the panel",
    { trace: urgent, lapsesOn: "2026-03-31" },
    "2026-03-10",
    ["It lapses on 31 March 2026 unless the panel confirms it before."],
  ],
  ["urgent and confirmed", { trace: urgent, lapsesOn: "2026-03-31", isConfirmed: true }, "2026-03-10", []],
])("%s", (_, given, today, remarks) => {
  expect(cardOf({ ...source, ...given }, today, defaultSettings).remarks).toEqual(remarks);
});

describe("how it ended, in a list", () => {
  const counts = {
    solved: 4,
    "better-enough": 3,
    "better-not-enough": 2,
    "no-change": 1,
    worse: 0,
    "dont-know": 1,
  };
  const of = (given: Partial<CardSource>) => {
    const { stateWords, result } = cardOf({ ...source, ...given }, "2026-06-04", defaultSettings);
    return [stateWords, result];
  };

  test("with the numbers of who was asked", () => {
    expect(of({ state: "signed-off", lastPoll: { counts, quorum: 8, isFewReplies: false } })).toEqual([
      "Signed off by residents and the panel",
      "11 people answered. Of the 10 who know, 7 said that it is enough.",
    ]);
    expect(of({ state: "signed-off", lastPoll: { counts, quorum: 15, isFewReplies: true } })).toEqual([
      "Signed off by the panel: few residents replied",
      "Few replies: 11 people answered and 15 were needed.",
    ]);
  });

  test("without them, the reason that was given", () => {
    const lastLine = "The inspector closed this priority without sign-off: the road was built over.";
    expect(of({ state: "closed-without-signoff", lastLine })).toEqual(["Closed without sign-off", lastLine]);
    expect(of({ state: "in-progress", lastLine })[1]).toBeNull();
  });
});
