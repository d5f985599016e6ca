import { describe, expect, test } from "vitest";
import { priorityStates, priorityStateWords, stateInWords } from "./states.ts";
import { verdictOf, type Agreement } from "./verdict.ts";

const asked: Agreement = {
  state: "in-progress",
  isFewReplies: false,
  again: null,
  askedUntil: null,
  endedOn: "2026-06-15",
};

describe("whether residents agreed", () => {
  test.each([
    [{}, "Not asked yet"],
    [{ again: "returned" }, "Not yet"],
    [{ again: "recurred" }, "Not yet"],
    [{ state: "feedback-open", askedUntil: "2026-07-01" }, "You can say now whether it worked"],
    [{ state: "panel-decision" }, "The panel decides next"],
    [{ state: "returned" }, "No: there is more to do"],
    [{ state: "signed-off" }, "Signed off by the community"],
    [{ state: "signed-off", isFewReplies: true }, "Signed off by the panel, with few replies"],
    [{ state: "recurred" }, "It came back"],
    [{ state: "closed-without-signoff" }, "Closed without sign-off"],
    [{ state: "declined-by-force" }, "Nobody was asked"],
    [{ state: "lapsed" }, "Nobody was asked"],
  ] satisfies [Partial<Agreement>, string][])("%o", (change, heading) => {
    expect(verdictOf({ ...asked, ...change }).heading).toBe(heading);
  });

  test("only residents' own word is called the community's", () => {
    for (const state of priorityStates)
      for (const isFewReplies of [false, true]) {
        const says = JSON.stringify(verdictOf({ ...asked, state, isFewReplies }));
        expect(says.includes("by the community"), state).toBe(state === "signed-off" && !isFewReplies);
      }
  });

  test("with few replies the state says who signed it off", () => {
    expect(stateInWords("signed-off", true)).toBe("Signed off by the panel: few residents replied");
    expect(stateInWords("signed-off", false)).toBe("Signed off by residents and the panel");
    expect(priorityStateWords["signed-off"], "where nobody knows").not.toMatch(/residents|panel/);
    expect(stateInWords("lapsed", true)).toBe(stateInWords("lapsed", false));
  });
});
