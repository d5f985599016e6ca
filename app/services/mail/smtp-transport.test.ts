import { describe, expect, test } from "vitest";
import { outcomeOf } from "./smtp-transport.server.ts";

const reply = (command: string, response: string) => {
  const responseCode = Number(response.slice(0, 3));
  const permanent = responseCode >= 500 && responseCode !== 503;
  return Object.assign(new Error(response), { command, response, responseCode, permanent });
};

describe("what a mail server's answer means", () => {
  test.each([
    ["a refused password", "AUTH PLAIN", "535 bad credentials", "temporary"],
    ["a refused greeting", "CONN", "554 no service", "temporary"],
    ["a refused sender", "MAIL FROM", "550 not from here", "temporary"],
    ["a reader who is not there", "RCPT TO", "550 <jo@example.org> unknown", "permanent"],
    ["a reader whose box is full", "RCPT TO", "452 later", "temporary"],
    ["a greylisted reader", "RCPT TO", "450 later", "temporary"],
    ["a message it will not have", "DATA", "554 looks like spam", "permanent"],
    ["a message it cannot have now", "DATA", "451 later", "temporary"],
    ["commands out of order", "DATA", "503 bad sequence", "temporary"],
    ["closing down", "CONN", "421 closing", "temporary"],
  ])("%s: %s %s is %s", (_, command, response, kind) => {
    for (const isUnderWay of [false, true])
      expect(outcomeOf(reply(command, response), isUnderWay)).toEqual({
        kind,
        error: response.replace("jo@example.org", "[address]"),
      });
  });

  test("silence is an answer only before the message was given", () => {
    expect(outcomeOf(new Error("Timeout"), false)).toEqual({ kind: "temporary", error: "Timeout" });
    expect(outcomeOf(new Error("Timeout"), true)).toEqual({ kind: "unsure", error: "Timeout" });
  });
});
