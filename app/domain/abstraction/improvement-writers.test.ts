import { expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor, Area } from "#app/domain/actor.ts";
import { mayReadImprovement, mayWriteImprovement } from "./improvement-writers.ts";

const here: Area = { neighbourhoodIds: ["here"] };
const elsewhere: Area = { neighbourhoodIds: ["elsewhere"] };
const team = { neighbourhoodIds: ["beside", "here"] };
const actor = (role: Role, area: Area): Actor => ({
  kind: "staff",
  accountId: "an-account",
  sessionId: null,
  requestId: null,
  roles: [{ role, area, agencyId: null }],
});

test.each<[Role, Area, reads: boolean, writes: boolean, writesEscalated: boolean]>([
  ["inspector", here, true, true, true],
  ["inspector", elsewhere, false, false, false],
  ["commander", here, true, true, true],
  ["commander", "force", true, true, true],
  ["chief-officer", "force", true, false, true],
  ["sergeant", here, true, false, false],
  ["sergeant", elsewhere, false, false, false],
  ["analyst", here, true, false, false],
  ["records", "force", true, false, false],
  ["constable", here, false, false, false],
  ["duty-inspector", "force", false, false, false],
  ["oversight", "force", false, false, false],
  ["panel-member", here, false, false, false],
  ["partnership-chair", here, false, false, false],
])("%s of %j reads %s, writes %s, and when escalated %s", (role, area, reads, writes, writesEscalated) => {
  const who = actor(role, area);
  expect(mayReadImprovement(who, team)).toBe(reads);
  expect(mayWriteImprovement(who, { ...team, state: "plan-required", wasEscalated: false })).toBe(writes);
  expect(mayWriteImprovement(who, { ...team, state: "escalated", wasEscalated: true })).toBe(writesEscalated);
});

test("what was escalated is the chief officer’s to say the result of", () => {
  const closed = { ...team, state: "closed", wasEscalated: true } as const;
  expect(mayWriteImprovement(actor("chief-officer", "force"), closed)).toBe(true);
});
