import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles, type Role } from "./access.ts";
import { permissions } from "./permissions.ts";
import { can, isSeparate, platform, scopeOf, visitor, type Actor, type Area } from "./actor.ts";

const actor = (role: Role, area: Area, agencyId: string | null = null): Actor => ({
  kind: "staff",
  accountId: "me",
  sessionId: "s",
  requestId: null,
  roles: [{ role, area, agencyId }],
});
const north: Area = { neighbourhoodIds: ["north"] };

describe("what an actor may do", () => {
  test.each([
    [
      "a sergeant, in their own neighbourhood",
      actor("sergeant", north),
      "concern:moderate",
      { neighbourhoodId: "north" },
      true,
    ],
    [
      "a sergeant, in another's",
      actor("sergeant", north),
      "concern:moderate",
      { neighbourhoodId: "south" },
      false,
    ],
    ["a sergeant, where no place is known", actor("sergeant", north), "concern:moderate", {}, false],
    [
      "a sergeant, anywhere (what screens offer)",
      actor("sergeant", north),
      "concern:moderate",
      undefined,
      true,
    ],
    [
      "a constable never moderates",
      actor("constable", north),
      "concern:moderate",
      { neighbourhoodId: "north" },
      false,
    ],
    [
      "an inspector of the whole force",
      actor("inspector", "force"),
      "plan:approve",
      { neighbourhoodId: "south" },
      true,
    ],
    [
      "a role for no neighbourhood at all",
      actor("sergeant", { neighbourhoodIds: [] }),
      "concern:read",
      undefined,
      false,
    ],
    [
      "a partner, their agency's actions",
      actor("partner", north, "council"),
      "plan:read-own-actions",
      { agencyId: "council" },
      true,
    ],
    [
      "a partner, another agency's",
      actor("partner", north, "council"),
      "plan:read-own-actions",
      { agencyId: "housing" },
      false,
    ],
    ["a partner of no agency", actor("partner", north), "plan:read-own-actions", undefined, false],
    ["a constable's own log", actor("constable", north), "abstraction:log-own", { ownerId: "me" }, true],
    [
      "a constable, another's log",
      actor("constable", north),
      "abstraction:log-own",
      { ownerId: "you" },
      false,
    ],
    ["a visitor reads what is public", visitor(), "public:read", { neighbourhoodId: "north" }, true],
    ["a visitor does not vote", visitor(), "ballot:cast", undefined, false],
    ["nobody at all", { ...visitor(), roles: [] }, "public:read", undefined, false],
  ] as const)("%s", (_, who, permission, where, expected) => {
    expect(can(who, permission, where)).toBe(expected);
  });

  test("roles add up", () => {
    const both: Actor = {
      ...actor("sergeant", north),
      roles: [
        { role: "sergeant", area: north, agencyId: null },
        { role: "sergeant", area: { neighbourhoodIds: ["south"] }, agencyId: null },
      ],
    };
    expect(scopeOf(both, "audit:read")?.neighbourhoodIds).toEqual(["north", "south"]);
  });

  test("whoever speaks for the police or an agency neither votes nor signs off, whatever else they are", () => {
    for (const speaking of [
      "constable",
      "inspector",
      "partner",
      "partnership-chair",
      "administrator",
    ] as const) {
      for (const deciding of ["resident", "panel-member", "kin-member"] as const) {
        const both = {
          ...visitor(),
          kind: "member" as const,
          accountId: "me",
          roles: [...actor(speaking, "force", "council").roles, ...actor(deciding, "force").roles],
        };
        for (const permission of ["ballot:cast", "feedback:give", "panel:vote"] as const)
          expect(can(both, permission), `${speaking} and ${deciding}: ${permission}`).toBe(false);
      }
    }
  });

  test("nobody does together what two must do", () => {
    const sergeant = actor("sergeant", north);
    expect(isSeparate(sergeant, ["you", null])).toBe(true);
    expect(isSeparate(sergeant, ["you", "me"])).toBe(false);
    expect(isSeparate(visitor(), [])).toBe(false);
  });

  test("a place outside every area is never reached, and a scope holds nothing that was not given", () => {
    const someArea = fc.oneof(
      fc.constant<Area>("force"),
      fc.record({ neighbourhoodIds: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }) }),
    );
    const someRole = fc.record({
      role: fc.constantFrom(...roles),
      area: someArea,
      agencyId: fc.constantFrom(null, "x", "y"),
    });
    fc.assert(
      fc.property(
        fc.array(someRole, { maxLength: 4 }),
        fc.constantFrom(...permissions),
        (held, permission) => {
          const who: Actor = { ...visitor(), kind: "staff", accountId: "me", roles: held };
          const scope = scopeOf(who, permission);
          const given = new Set(held.flatMap(({ area }) => (area === "force" ? [] : area.neighbourhoodIds)));
          expect(scope?.neighbourhoodIds.every((id) => given.has(id)) ?? true).toBe(true);
          expect(can(who, permission)).toBe(scope !== null);
          if (scope !== null && !scope.isForce) {
            expect(
              can(who, permission, { neighbourhoodId: "elsewhere", agencyId: "other", ownerId: "you" }),
            ).toBe(false);
          }
        },
      ),
    );
  });

  test("the platform may do all but decide for residents, and is nobody", () => {
    const refused = permissions.filter((permission) => !can(platform(), permission));
    expect(refused).toEqual(["ballot:cast", "feedback:give", "panel:vote"]);
    expect(platform().accountId).toBeNull();
  });
});
