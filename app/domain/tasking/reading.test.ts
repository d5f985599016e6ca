import { expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor, Area } from "#app/domain/actor.ts";
import type { TaskingLevel } from "./level.ts";
import { mayChair, mayRecord, type LedGroup } from "./reading.ts";

const groupOf = (level: TaskingLevel, ...neighbourhoodIds: string[]): LedGroup => ({
  level,
  isForce: neighbourhoodIds.length === 0,
  neighbourhoodIds,
  chairId: "chair",
  deputyId: null,
});
const groups = {
  local: groupOf("local", "n1", "n2"),
  tactical: groupOf("tactical", "n1", "n2"),
  strategic: groupOf("strategic"),
  /** Of whoever has a seat only, the database tells no neighbourhoods. */
  unseen: { ...groupOf("tactical"), isForce: false },
};

const actor = (role: Role, area: Area, accountId = "me"): Actor => ({
  kind: role === "partner" || role === "partnership-chair" ? "member" : "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [{ role, area, agencyId: "council" }],
});
const part: Area = { neighbourhoodIds: ["n1", "n9"] };
const whole: Area = { neighbourhoodIds: ["n1", "n2", "n9"] };
const none: Area = { neighbourhoodIds: ["n9"] };

test.each<[Role, Area, keyof typeof groups, record: boolean, chair: boolean]>([
  ["sergeant", part, "local", true, false],
  ["inspector", part, "local", true, true],
  ["inspector", none, "local", false, false],
  ["sergeant", part, "tactical", false, false],
  ["inspector", part, "tactical", false, false],
  ["inspector", whole, "tactical", true, true],
  ["commander", whole, "tactical", false, true],
  ["partnership-chair", part, "local", false, false],
  ["partnership-chair", whole, "local", true, true],
  ["partnership-chair", part, "tactical", false, false],
  ["inspector", "force", "tactical", true, true],
  ["inspector", "force", "strategic", true, true],
  ["inspector", whole, "strategic", false, false],
  ["inspector", whole, "unseen", false, false],
])("a %s of %o in a group that is %s", (role, area, level, record, chair) => {
  expect(mayRecord(actor(role, area), groups[level])).toBe(record);
  expect(mayChair(actor(role, area), groups[level])).toBe(chair);
});

test("whoever leads a group records in it and chairs it, whatever their role", () => {
  expect(mayRecord(actor("partner", none, "chair"), groups.tactical)).toBe(true);
  expect(mayChair(actor("partner", none, "chair"), groups.tactical)).toBe(true);
});
