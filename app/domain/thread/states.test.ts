import { describe, expect, test } from "vitest";
import { afterAct, threadActs, threadStates, type ThreadState, type WantedAct } from "./states.ts";

const unreasoned = "Enter the reason, as the resident will read it";

describe("acts on a thread", () => {
  test.each<[ThreadState, WantedAct["act"], WantedAct["by"], string | null, string]>([
    ["received", "acknowledge", "platform", null, "acknowledged"],
    ["acknowledged", "answer", "staff", null, "answered"],
    ["acknowledged", "redirect", "staff", "The council mends lamps", "redirected"],
    ["acknowledged", "redirect", "staff", " ", unreasoned],
    ["acknowledged", "close", "resident", null, "closed"],
    ["answered", "close", "platform", null, "closed"],
    ["answered", "close", "staff", null, "closed"],
    ["redirected", "close", "resident", null, "closed"],
    ["answered", "reopen", "resident", null, "reopened"],
    ["closed", "reopen", "staff", "Closed by mistake", "reopened"],
    ["closed", "reopen", "staff", null, unreasoned],
    ["reopened", "answer", "staff", null, "answered"],
    ["reopened", "redirect", "staff", "The landlord", "redirected"],
    ["received", "answer", "staff", null, "The message is not acknowledged now. Reload the page"],
    ["acknowledged", "close", "staff", null, "The message is waiting for an answer now. Reload the page"],
    ["reopened", "close", "platform", null, "The message is open again now. Reload the page"],
    ["acknowledged", "answer", "resident", null, "The message is waiting for an answer now. Reload the page"],
    ["closed", "answer", "staff", null, "The message is closed now. Reload the page"],
    ["acknowledged", "reopen", "resident", null, "The message is waiting for an answer now. Reload the page"],
    ["received", "acknowledge", "staff", null, "The message is not acknowledged now. Reload the page"],
  ])("%s, %s by %s for %j: %s", (state, act, by, reason, outcome) => {
    const result = afterAct(state, { act, by, reason });
    expect(result.ok ? result.state : result.message).toBe(outcome);
  });
});

test("no state is a dead end", () => {
  for (const state of threadStates)
    expect(
      threadActs.some((act) =>
        (["platform", "staff", "resident"] as const).some(
          (by) => afterAct(state, { act, by, reason: "why" }).ok,
        ),
      ),
    ).toBe(true);
});
