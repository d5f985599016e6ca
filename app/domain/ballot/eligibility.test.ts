import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles, type Role } from "#app/domain/access.ts";
import { ageBands, type Connection } from "#app/domain/account/account.ts";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { addDays } from "#app/domain/team/day.ts";
import { checkEligibility, isSameRound, type Voter } from "./eligibility.ts";

const person = (...held: readonly Role[]): Actor => ({
  kind: "resident",
  accountId: "account",
  sessionId: null,
  requestId: null,
  roles: held.map((role) => ({ role, area: "force", agencyId: null })),
});
const belongs = (connection: Connection, neighbourhoodId = "here") => ({ connection, neighbourhoodId });
const resident: Voter = {
  actor: person("resident"),
  ageBand: "18+",
  connections: [belongs("live")],
  hasVotedElsewhere: false,
};
const isEligible = (voter: Partial<Voter>) => checkEligibility({ ...resident, ...voter }, "here").ok;

describe("who votes", () => {
  test.each(roles.map((role) => [role, ["resident", "kin-member", "panel-member"].includes(role)] as const))(
    "%s: %s",
    (role, expected) => {
      expect(isEligible({ actor: person(role) })).toBe(expected);
      expect(isEligible({ actor: person("resident", role) })).toBe(expected || role === "visitor");
    },
  );

  test.each<[Connection, boolean]>([
    ["live", true],
    ["work", true],
    ["study", true],
    ["business", true],
    ["visit", false],
  ])("somebody whose connection is %s: %s", (connection, expected) => {
    expect(isEligible({ connections: [belongs(connection)] })).toBe(expected);
  });

  test.each(ageBands)("somebody of %s", (ageBand) => {
    expect(isEligible({ ageBand })).toBe(true);
  });

  test.each<[string, Partial<Voter>, string]>([
    ["nobody in particular", { actor: visitor() }, "Only residents vote"],
    ["no age group", { ageBand: null }, "Tell us your age group"],
    ["lives elsewhere", { connections: [belongs("live", "there")] }, "Tell us how you belong"],
    [
      "visits here, works there",
      { connections: [belongs("visit"), belongs("work", "there")] },
      "raise concerns",
    ],
    ["voted elsewhere", { hasVotedElsewhere: true }, "Withdraw that ballot first"],
  ])("%s is told why not", (_, voter, words) => {
    expect(JSON.stringify(checkEligibility({ ...resident, ...voter }, "here"))).toContain(words);
  });

  test("one good connection is enough", () => {
    expect(isEligible({ connections: [belongs("visit"), belongs("work")] })).toBe(true);
  });
});

describe("a round of 91 days", () => {
  test.each([
    ["2026-06-01", "2026-06-01", true],
    ["2026-06-01", "2026-07-16", true],
    ["2026-06-01", "2026-07-17", false],
    ["2026-07-17", "2026-06-01", false],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(isSameRound(one, other, 91)).toBe(expected);
  });

  test("pairs a vote with exactly one of another neighbourhood's", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), (offset) => {
        const others = [-1, 0, 1, 2].map((cycle) => addDays("2026-06-01", offset + (cycle - 1) * 91));
        return others.filter((other) => isSameRound("2026-06-01", other, 91)).length === 1;
      }),
    );
  });
});
