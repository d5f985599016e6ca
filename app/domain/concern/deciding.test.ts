import { describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { changedFirst, deciderOf, stepsOpenTo } from "./deciding.ts";
import type { ConcernState, ConcernStep } from "./states.ts";

const here = "here";
const actorOf = (role: Role): Actor => ({
  kind: "staff",
  accountId: "somebody",
  sessionId: null,
  requestId: null,
  roles: [{ role, area: { neighbourhoodIds: [here] }, agencyId: null }],
});
const concern = (state: ConcernState, neighbourhoodId = here) => ({ neighbourhoodId, state });

const all: readonly ConcernStep[] = ["return", "publish", "merge", "answer", "refer", "reject"];
const diverts: readonly ConcernStep[] = [
  "divert-crime",
  "divert-emergency",
  "divert-safeguarding",
  "divert-intelligence",
];

describe("what each may do", () => {
  test.each<[Role, ConcernState, readonly ConcernStep[]]>([
    ["sergeant", "submitted", [...all, ...diverts]],
    ["moderator", "triage", [...all, ...diverts]],
    // What an appeal gave back is not taken away by the same decision.
    ["inspector", "changed", [...all.filter((step) => step !== "reject"), ...diverts]],
    ["constable", "triage", []],
    ["records", "triage", []],
    ["analyst", "submitted", []],
    ["analyst", "triage", ["merge"]],
    ["analyst", "published-candidate", ["shortlist", "not-adopt", "merge"]],
    ["contact-centre", "submitted", diverts],
    ["commander", "appealed", ["uphold", "change"]],
    ["commander", "triage", []],
    ["communications", "published-candidate", []],
    ["sergeant", "withdrawn", []],
  ])("%s, %s", (role, state, steps) => {
    expect(stepsOpenTo(actorOf(role), concern(state))).toEqual(steps);
  });

  test("nothing elsewhere", () => {
    expect(stepsOpenTo(actorOf("sergeant"), concern("triage", "elsewhere"))).toEqual([]);
  });
});

test("by what right", () => {
  expect(deciderOf(actorOf("sergeant"), concern("submitted"), "publish")).toBe("concern:moderate");
  expect(deciderOf(actorOf("analyst"), concern("triage"), "merge")).toBe("concern:merge");
  expect(deciderOf(actorOf("analyst"), concern("submitted"), "merge")).toBeNull();
  expect(deciderOf(actorOf("contact-centre"), concern("submitted"), "divert-crime")).toBe("urgent:answer");
});

test.each([
  [0, "a minute ago"],
  [59_000, "a minute ago"],
  [125_000, "2 minutes ago"],
  [3_600_000, "an hour ago"],
  [3 * 3_600_000, "3 hours ago"],
  [86_400_000, "a day ago"],
  [10 * 86_400_000, "10 days ago"],
])("%i ms: %s", (ms, words) => {
  const at = new Date(1_000_000);
  expect(changedFirst("Jo", at, new Date(at.getTime() + ms))).toContain(`Jo changed this ${words}.`);
});
