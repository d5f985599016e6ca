import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { mayAnswer, mayRefuse, problemOfWords } from "./dispute.ts";

const actor = (accountId: string | null): Actor => ({
  kind: "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [],
});

describe("who answers a dispute", () => {
  test.each([
    ["who raised it", "officer", false, false],
    ["who wrote the entry", "sergeant", true, false],
    ["somebody else", "inspector", true, true],
    ["nobody in particular", null, false, false],
  ])("%s", (_, who, answers, refuses) => {
    const dispute = { raisedBy: "officer", enteredBy: "sergeant" };
    expect(mayAnswer(actor(who), dispute)).toBe(answers);
    expect(mayRefuse(actor(who), dispute)).toBe(refuses);
  });

  test("an entry that nobody is known to have written may be upheld by its sergeant", () => {
    expect(mayRefuse(actor("sergeant"), { raisedBy: "officer", enteredBy: null })).toBe(true);
  });
});

test.each([
  ["", "Say what is not right"],
  ["I was on patrol.", null],
  ["a".repeat(600), null],
  ["a".repeat(601), "Shorten it to 600 characters or fewer"],
])("words %#", (words, message) => {
  const problem = problemOfWords("words", words, "Say what is not right");
  expect(problem?.errors[0]?.message ?? null).toBe(message);
});
