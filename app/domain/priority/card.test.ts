import { expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { cardOf, type CardSource } from "./card.ts";

const source: CardSource = {
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
