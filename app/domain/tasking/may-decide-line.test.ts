import { expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayDecideLine } from "./may-decide-line.ts";
import type { LedGroup } from "./reading.ts";

const actor = (role: Role, where = "n1"): Actor => ({
  kind: role === "partner" || role === "partnership-chair" ? "member" : "staff",
  accountId: "me",
  sessionId: null,
  requestId: null,
  roles: [{ role, area: { neighbourhoodIds: [where] }, agencyId: "council" }],
});
const group: LedGroup = {
  level: "local",
  isForce: false,
  neighbourhoodIds: ["n1", "n2"],
  chairId: null,
  deputyId: null,
};

test.each([
  ["constable", "n1", true],
  ["sergeant", "n1", true],
  ["inspector", "n1", true],
  ["sergeant", "n2", false],
  ["analyst", "n1", false],
  ["communications", "n1", false],
  ["partnership-chair", "n1", false],
  ["partner", "n1", false],
] as const)("a %s of %s decides of a priority of n1: %s", (role, where, may) => {
  expect(mayDecideLine(actor(role, where), group, "n1")).toBe(may);
});

test("of an action that serves no priority nobody decides", () => {
  expect(mayDecideLine(actor("sergeant"), group, null)).toBe(false);
});
