import { expect, test } from "vitest";
import { isVoiceOfAnAgency } from "./agency-voice.ts";

test.each([
  ["an officer", "staff", "active", null, true],
  ["staff who wait to be linked to a post", "staff", "waiting", null, true],
  ["an officer who left", "staff", "closed", null, false],
  ["a partner", "member", "active", "an-agency", true],
  ["a partner whose access ended", "member", "closed", "an-agency", false],
  ["a panel member", "member", "active", null, false],
  ["a resident", "resident", "active", null, false],
] as const)("%s: %s, %s, %s", (_, kind, status, agencyId, expected) => {
  expect(isVoiceOfAnAgency({ kind, status, agencyId })).toBe(expected);
});
