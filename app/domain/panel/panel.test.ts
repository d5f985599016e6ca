import { describe, expect, test } from "vitest";
import { roles, type Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { interimAllowed, interimInWords, isInterimCarried } from "./interim.ts";
import { capacities, hasVote, makeUpOf, votingRefusal, type Capacity, type PanelSeat } from "./membership.ts";
import { quorumOf, standInsAreInvited } from "./quorum.ts";

describe("the quorum", () => {
  test.each([
    [1, 4],
    [4, 4],
    [8, 4],
    [10, 4],
    [11, 5],
    [12, 5],
    [13, 6],
    [15, 6],
    [16, 7],
    [30, 12],
  ])("of %i members is %i", (members, quorum) => {
    expect(quorumOf(members, defaultSettings)).toBe(quorum);
  });

  test.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ])("after %i meetings without one KIN members stand in: %s", (meetings, expected) => {
    expect(standInsAreInvited(meetings, defaultSettings)).toBe(expected);
  });
});

const person = (role: Role, neighbourhoodId = "here"): Actor => ({
  kind: "member",
  accountId: "account",
  sessionId: null,
  requestId: null,
  roles: [
    { role: "resident", area: "force", agencyId: null },
    { role, area: { neighbourhoodIds: [neighbourhoodId] }, agencyId: null },
  ],
});

describe("who votes on a panel", () => {
  test.each(capacities.map((capacity) => [capacity, ["member", "kin-stand-in"].includes(capacity)] as const))(
    "a seat as %s: %s",
    (capacity, expected) => {
      expect(hasVote(capacity)).toBe(expected);
      expect(votingRefusal(person("panel-member"), capacity, "here", true) === null).toBe(expected);
    },
  );

  test.each(roles.map((role) => [role, role === "panel-member"] as const))(
    "%s, listed as a member: %s",
    (role, expected) => {
      expect(votingRefusal(person(role), "member", "here", true) === null).toBe(expected);
    },
  );

  test.each(
    roles.map(
      (role) => [role, ["visitor", "resident", "kin-member", "panel-member"].includes(role)] as const,
    ),
  )("%s, listed as a stand-in: %s", (role, expected) => {
    expect(votingRefusal(person(role), "kin-stand-in", "here", true) === null).toBe(expected);
  });

  test.each<[string, Actor, Capacity | null, boolean, string]>([
    ["without a seat", person("panel-member"), null, false, "do not sit"],
    ["a member of another panel", person("panel-member", "there"), "member", false, "of this neighbourhood"],
    ["a stand-in nobody invited", person("kin-member"), "kin-stand-in", false, "invited"],
  ])("%s does not", (_, actor, capacity, isInvited, words) => {
    expect(votingRefusal(actor, capacity, "here", isInvited)).toContain(words);
  });
});

describe("the make-up of a panel", () => {
  const seats = (members: number, chair: Capacity | null = "member"): PanelSeat[] => [
    ...Array.from({ length: members }, (_, index) => ({
      memberId: `${index}`,
      capacity: "member" as const,
      isChair: chair === "member" && index === 0,
    })),
    ...(chair === null || chair === "member" ? [] : [{ memberId: "x", capacity: chair, isChair: true }]),
  ];

  test.each<[PanelSeat[], string | null, string | null]>([
    [seats(8), null, null],
    [seats(15), null, null],
    [seats(7), null, "this one has 7"],
    [seats(16), null, "this one has 16"],
    [seats(8, null), "Choose a chair", null],
    [seats(8, "police"), "community member", null],
    [seats(8, "councillor"), "community member", null],
    [seats(8, "kin-stand-in"), "community member", null],
    [[...seats(8), { memberId: "y", capacity: "police", isChair: true }], "one chair", null],
    [[...seats(8), { memberId: "y", capacity: "police", isChair: false }], null, null],
  ])("case %#", (of, chairProblem, sizeAdvice) => {
    const makeUp = makeUpOf(of, defaultSettings);
    expect(makeUp.chairProblem ?? "").toContain(chairProblem ?? "");
    expect(makeUp.chairProblem === null).toBe(chairProblem === null);
    expect(makeUp.sizeAdvice ?? "").toContain(sizeAdvice ?? "");
    expect(makeUp.sizeAdvice === null).toBe(sizeAdvice === null);
  });
});

describe("an interim panel", () => {
  test.each([
    [0, true, "cycle 1 of at most 2"],
    [1, true, "cycle 2 of at most 2"],
    [2, false, "needs community members"],
    [9, false, "needs community members"],
  ])("after %i such cycles: %s", (previous, isAllowed, words) => {
    expect(interimAllowed(previous, defaultSettings)).toBe(isAllowed);
    expect(interimInWords(previous, defaultSettings)).toContain(words);
  });

  test.each([
    [3, 1, true],
    [2, 2, false],
    [3, 0, false],
    [4, 0, true],
  ])("%i for, %i against: carried %s", (votesFor, against, expected) => {
    expect(isInterimCarried({ for: votesFor, against }, defaultSettings)).toBe(expected);
  });
});
