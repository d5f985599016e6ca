import { describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor, Area } from "#app/domain/actor.ts";
import { authorityOf, authoriseBy, decidingRole, type Authority, type AuthorityLine } from "./authority.ts";
import type { Code } from "./codes.ts";

const line = (
  code: Code,
  overMinutes: number,
  authority: Authority,
  told: Authority | null = null,
): AuthorityLine => ({ code, overMinutes, authority, told });

const table = [
  // In no order: the table is a database's.
  line("R1", 240, "inspector"),
  line("R1", 0, "duty-inspector", "inspector"),
  line("A1", 0, "commander", "inspector"),
  line("A2", 0, "chief-officer", "commander"),
];

describe("who authorises", () => {
  test.each<[Code, number, boolean, Authority, Authority | null]>([
    ["R1", 60, false, "duty-inspector", "inspector"],
    ["R1", 240, false, "duty-inspector", "inspector"],
    ["R1", 241, false, "inspector", null],
    ["R1", 60, true, "inspector", null],
    ["A1", 60, false, "commander", "inspector"],
    ["A1", 600, true, "commander", "inspector"],
    ["A2", 60, false, "chief-officer", "commander"],
    ["S1", 60, false, "inspector", null],
  ])("%s of %i minutes, again: %s, is the %s's; told: %s", (code, minutes, isRepeat, authority, told) => {
    expect(authorityOf(table, { code, minutes, isRepeat })).toMatchObject({ authority, told });
  });

  test("what begins above nothing still has an authority", () => {
    expect(
      authorityOf([line("C1", 60, "inspector")], { code: "C1", minutes: 30, isRepeat: false }),
    ).toMatchObject({
      authority: "inspector",
    });
  });
});

describe("who may decide", () => {
  const actor = (roles: readonly [Role, Area][], accountId = "me"): Actor => ({
    kind: "staff",
    accountId,
    sessionId: null,
    requestId: null,
    roles: roles.map(([role, area]) => ({ role, area, agencyId: null })),
  });
  const here = { neighbourhoodIds: ["n1", "n2"] };
  const there = { neighbourhoodIds: ["n3"] };
  test.each<[string, Actor, Authority, string | null, Authority | null]>([
    ["the authority itself", actor([["duty-inspector", here]]), "duty-inspector", "x", "duty-inspector"],
    ["one above", actor([["inspector", here]]), "duty-inspector", "x", "inspector"],
    ["one below", actor([["duty-inspector", here]]), "inspector", "x", null],
    ["the authority of another place", actor([["inspector", there]]), "inspector", "x", null],
    ["the force's", actor([["chief-officer", "force"]]), "inspector", "x", "chief-officer"],
    ["who asked", actor([["inspector", here]]), "inspector", "me", null],
    ["a sergeant", actor([["sergeant", here]]), "duty-inspector", "x", null],
    [
      "the least that is enough",
      actor([
        ["commander", "force"],
        ["inspector", here],
      ]),
      "duty-inspector",
      "x",
      "inspector",
    ],
    ["somebody whose asker is forgotten", actor([["inspector", here]]), "inspector", null, "inspector"],
  ])("%s", (_, who, authority, askedBy, expected) => {
    expect(decidingRole(who, { authority, askedBy, neighbourhoodIds: ["n1"] })).toBe(expected);
  });
});

test("an emergency is authorised within 24 hours", () => {
  expect(authoriseBy(new Date("2026-11-24T22:00:00Z"))).toEqual(new Date("2026-11-25T22:00:00Z"));
});
