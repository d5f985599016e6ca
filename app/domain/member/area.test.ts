import { describe, expect, test } from "vitest";
import type { Scope } from "#app/domain/actor.ts";
import { areaOf, areasWithin, areaValue, type PlacedNeighbourhood } from "./area.ts";

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const placed = (number: number, team: string, partnership: string): PlacedNeighbourhood => ({
  neighbourhoodId: id(number),
  name: `N${number}`,
  teamId: team,
  teamName: `Team ${team}`,
  partnershipId: partnership,
  partnershipName: `Partnership ${partnership}`,
});
const force = [placed(3, "t2", "p1"), placed(2, "t1", "p1"), placed(1, "t1", "p1"), placed(4, "t3", "p2")];
const scope = (...numbers: number[]): Scope => ({
  isForce: false,
  neighbourhoodIds: numbers.map(id),
  agencyIds: [],
  accountId: null,
});
const valuesFor = (given: Scope) => areasWithin(force, given).map(({ name }) => name);

describe("the areas that a member may be invited for", () => {
  test.each([
    ["one neighbourhood of a team", scope(1), ["N1"]],
    ["a whole team", scope(1, 2), ["Team t1", "N1", "N2"]],
    ["a whole partnership", scope(1, 2, 3), ["Partnership p1", "Team t1", "Team t2", "N1", "N2", "N3"]],
    ["nothing", scope(), []],
    ["a neighbourhood that is no more", scope(9), []],
  ])("%s", (_, given, names) => {
    expect(valuesFor(given)).toEqual(names);
  });

  test("the force itself for whoever has all of it", () => {
    expect(valuesFor({ ...scope(), isForce: true })).toHaveLength(1 + 2 + 3 + 4);
  });
});

test("a form names an area by kind and id, among those offered only", () => {
  const offered = areasWithin(force, scope(1));
  const value = areaValue({ kind: "neighbourhood", id: id(1) });
  expect(areaOf(offered, value)?.name).toBe("N1");
  for (const other of [areaValue({ kind: "neighbourhood", id: id(2) }), "force", `team:${id(1)}`, "", "x"]) {
    expect(areaOf(offered, other)).toBeNull();
  }
});
