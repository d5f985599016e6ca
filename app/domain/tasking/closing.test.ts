import { describe, expect, test } from "vitest";
import { lineOfClosing, noPageReason, problemsOfClosing, type TaskingClosing } from "./closing.ts";

const done = (more: Partial<Extract<TaskingClosing, { to: "done" }>> = {}): TaskingClosing => ({
  to: "done",
  words: "All six lights burn again.",
  publicLine: "repaired the lights on the rec",
  withheldReason: null,
  ...more,
});
const fieldsOf = (closing: TaskingClosing, servesPriority = true) =>
  problemsOfClosing(closing, servesPriority).map(({ field }) => field);

describe("closing an action", () => {
  test.each([
    ["done with its result and line", done(), []],
    ["done without a result", done({ words: " " }), ["words"]],
    ["done with neither line nor reason", done({ publicLine: "  " }), ["publicLine"]],
    ["done and withheld with a reason", done({ publicLine: null, withheldReason: "It shows a method" }), []],
    ["done with too long a result", done({ words: "a ".repeat(1_100) }), ["words"]],
    ["done with too long a line", done({ publicLine: "did a thing ".repeat(20) }), ["publicLine"]],
    ["declined with a reason", { to: "rejected", words: "The road is the county’s." }, []],
    ["declined without one", { to: "rejected", words: "" }, ["words"]],
    ["withdrawn without one", { to: "withdrawn", words: "" }, ["words"]],
  ] as const)("%s", (_, closing, fields) => {
    expect(fieldsOf(closing)).toEqual(fields);
  });

  test("a line that points at a person, and a result that belongs elsewhere, are refused", () => {
    expect(fieldsOf(done({ publicLine: "rang them on 07700 900123" }))).toContain("publicLine");
    expect(fieldsOf(done({ words: "Goes to MARAC on Monday." }))).toContain("words");
  });

  test.each([
    ["patrolled the rec on Friday evenings", false],
    ["sent patrols to the square every night", false],
    ["patrolled from 9pm", false],
    ["Police and rangers patrolled the paths on two weekends", false],
    ["patrolled the rec, and nobody has met there since", true],
    ["opens the youth club on Friday evenings", true],
    ["marked 40 bicycles at the market", true],
  ])("a line that says when officers are somewhere is refused: %s", (publicLine, isFine) => {
    expect(fieldsOf(done({ publicLine }))).toEqual(isFine ? [] : ["publicLine"]);
  });

  test("says what residents are left to read of it", () => {
    expect(lineOfClosing(done(), true)).toEqual({
      publicLineState: "proposed",
      publicLine: "repaired the lights on the rec",
      withheldReason: null,
    });
    expect(lineOfClosing(done({ withheldReason: "It shows a method" }), true)).toMatchObject({
      publicLineState: "withheld",
      withheldReason: "It shows a method",
    });
    expect(lineOfClosing(done({ publicLine: null }), true)).toBeNull();
    expect(lineOfClosing({ to: "rejected", words: "No." }, true)).toMatchObject({ publicLineState: "none" });
  });

  test("what serves no priority has no page: it is withheld by itself", () => {
    expect(fieldsOf(done({ publicLine: null }), false)).toEqual([]);
    expect(lineOfClosing(done({ publicLine: null }), false)).toMatchObject({
      publicLineState: "withheld",
      withheldReason: noPageReason,
    });
  });
});
