import { describe, expect, test } from "vitest";
import { visitor, type Actor, type HeldRole } from "#app/domain/actor.ts";
import { isToRemind, reviewReachOf } from "./review.ts";

test.each([
  ["the day before", null, "2026-05-09", false],
  ["on the day", null, "2026-05-10", true],
  ["late, and never told", null, "2026-06-01", true],
  ["told this very day", "2026-05-10", "2026-05-10", false],
  ["told of it before it was moved to this day", "2026-05-03", "2026-05-10", true],
  ["six days after it was told", "2026-05-10", "2026-05-16", false],
  ["a week after it was told", "2026-05-10", "2026-05-17", true],
  ["a week after it was told once more", "2026-05-17", "2026-05-24", true],
] as const)("due on 10 May, %s", (_name, lastToldOn, today, isTold) => {
  expect(isToRemind("2026-05-10", lastToldOn, today)).toBe(isTold);
});

describe("who reviews where", () => {
  const held = (role: HeldRole["role"], ...ids: string[]): HeldRole => ({
    role,
    area: ids.length === 0 ? "force" : { neighbourhoodIds: ids },
    agencyId: null,
  });
  const reach = (...roles: HeldRole[]) => {
    const actor: Actor = { kind: "staff", accountId: "a", sessionId: null, requestId: null, roles };
    const { sergeant, inspector } = reviewReachOf(actor);
    const where = (scope: typeof sergeant) =>
      scope === null ? "nowhere" : scope.isForce ? "everywhere" : scope.neighbourhoodIds.join(" ");
    return [where(sergeant), where(inspector)];
  };

  test.each<[string, HeldRole[], [string, string]]>([
    ["a sergeant", [held("sergeant", "n1", "n2")], ["n1 n2", "nowhere"]],
    ["a sergeant of the whole force", [held("sergeant")], ["everywhere", "nowhere"]],
    ["an inspector", [held("inspector", "n1")], ["nowhere", "n1"]],
    ["an inspector of the whole force", [held("inspector")], ["nowhere", "everywhere"]],
    [
      "a sergeant who stands in as the inspector of one place",
      [held("sergeant", "n1", "n2"), held("inspector", "n2", "n3")],
      ["n1", "n2 n3"],
    ],
    [
      "a sergeant whose places are all an inspector’s too",
      [held("sergeant", "n1"), held("inspector", "n1")],
      ["nowhere", "n1"],
    ],
    [
      "a sergeant who is the force’s inspector as well",
      [held("sergeant", "n1"), held("inspector")],
      ["nowhere", "everywhere"],
    ],
    ["a constable", [held("constable", "n1")], ["nowhere", "nowhere"]],
  ])("%s", (_name, roles, places) => {
    expect(reach(...roles)).toEqual(places);
  });

  test("a visitor nowhere", () => {
    expect(reviewReachOf(visitor())).toEqual({ sergeant: null, inspector: null });
  });
});
