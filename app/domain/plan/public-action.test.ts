import { describe, expect, test } from "vitest";
import { actionInPublic, type PublicAction } from "./public-action.ts";

const today = "2026-06-15";
const action: PublicAction = { state: "open", dueOn: "2026-06-20", doneOn: null, publicReason: null };
const of = (change: Partial<PublicAction>) => {
  const { standing, sentences } = actionInPublic({ ...action, ...change }, today);
  return [standing, ...sentences];
};

describe("what residents read of an action", () => {
  test.each([
    [{}, ["under-way", "It is due by 20 June 2026."]],
    [{ dueOn: today }, ["under-way", "It is due by 15 June 2026."]],
    [
      { dueOn: "2026-06-14" },
      ["late", "It was due by 14 June 2026, 1 day ago.", "The team has not said why yet."],
    ],
    [
      { dueOn: "2026-06-01", publicReason: "The signs came late." },
      ["late", "It was due by 1 June 2026, 14 days ago.", "Why: The signs came late."],
    ],
    [{ state: "blocked" }, ["held-up", "It is due by 20 June 2026.", "The team has not said why yet."]],
    [
      { state: "blocked", dueOn: "2026-06-13", publicReason: " " },
      ["late", "It was due by 13 June 2026, 2 days ago.", "The team has not said why yet."],
    ],
    [{ state: "done", doneOn: "2026-06-20" }, ["done", "Done on 20 June 2026."]],
    [
      { state: "done", doneOn: "2026-06-23", publicReason: "Snow." },
      ["done", "Done on 23 June 2026, 3 days late.", "Why: Snow."],
    ],
    [{ state: "done", doneOn: "2026-06-01", publicReason: "Snow." }, ["done", "Done on 1 June 2026."]],
    [
      { state: "dropped", publicReason: "The road is to be closed." },
      ["dropped", "This will not be done.", "Why: The road is to be closed."],
    ],
    [{ state: "dropped" }, ["dropped", "This will not be done.", "The team has not said why yet."]],
  ] satisfies [Partial<PublicAction>, string[]][])("%o", (change, words) => {
    expect(of(change)).toEqual(words);
  });
});
