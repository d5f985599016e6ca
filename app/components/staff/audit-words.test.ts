import { expect, test } from "vitest";
import { actionInWords, actorInWords, detailsInWords, subjectInWords } from "./audit-words.ts";

test("an action in words", () => {
  expect(actionInWords("account.link")).toBe("Linked an account to a post");
  expect(actionInWords("passkey.add-second")).toBe("Passkey add second");
});

test("details in words, without what is empty", () => {
  expect(
    detailsInWords({
      role: "inspector",
      startsOn: "2026-11-04",
      endsOn: null,
      sessions: 1200,
      isNew: true,
      action: "session.start",
    }),
  ).toEqual([
    "role: Section inspector",
    "first day: 4 November 2026",
    "sessions: 1,200",
    "is new: yes",
    "action: Signed in",
  ]);
});

test("who and what", () => {
  expect(actorInWords("system", null)).toBe("The platform");
  expect(actorInWords("staff", "Jo Archer")).toBe("Jo Archer");
  expect(subjectInWords("email-code", null)).toBe("Email code");
});
