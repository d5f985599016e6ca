import { describe, expect, test } from "vitest";
import { appointedRoles } from "./account.ts";
import { problemsOfRole, stateOn, type WantedRole } from "./appointment.ts";
import { areaKindsFor } from "./role-areas.ts";
import { roleWords } from "./role-words.ts";

const today = "2026-11-24";
const wanted: WantedRole = {
  role: "inspector",
  area: { kind: "section", id: "1" },
  startsOn: today,
  endsOn: null,
};

describe("a role to be given", () => {
  test.each<[string, Partial<WantedRole>, [string, string][]]>([
    ["all is well", {}, []],
    ["for one day", { endsOn: today }, []],
    [
      "for an area the role does not have",
      { area: { kind: "force", id: null } },
      [["area", "Section inspector: choose a section"]],
    ],
    ["from the past", { startsOn: "2026-11-23" }, [["startsOn", "The first day must be today or later"]]],
    [
      "ending before it begins",
      { startsOn: "2026-12-02", endsOn: "2026-12-01" },
      [["endsOn", "The last day must be the first day or later"]],
    ],
  ])("%s", (_, change, problems) => {
    expect(
      problemsOfRole({ ...wanted, ...change }, today).map(({ field, message }) => [field, message]),
    ).toEqual(problems);
  });

  test("every role has words and an area", () => {
    for (const role of appointedRoles) {
      expect(roleWords[role]).not.toBe("");
      expect(areaKindsFor[role].length).toBeGreaterThan(0);
    }
  });
});

test.each([
  ["2026-11-24", null, null, "running"],
  ["2026-11-24", "2026-11-24", null, "running"],
  ["2026-11-25", null, null, "coming"],
  ["2026-11-01", "2026-11-23", null, "over"],
  ["2026-11-01", null, new Date(0), "over"],
] as const)("from %s to %s, ended %s: %s", (startsOn, endsOn, endedAt, state) => {
  expect(stateOn({ startsOn, endsOn, endedAt }, today)).toBe(state);
});
