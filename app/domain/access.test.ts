import { describe, expect, test } from "vitest";
import { grants, roles, type Role } from "./access.ts";
import { permissions, type Permission } from "./permissions.ts";

/**
 * The field's own table of roles, a line each: o is what is the person's own, y their agency's, a the area their
 * role was given for, f the whole force. A letter for each permission in the order of the heading.
 */
const table = `
                    cRead cWrite cMod cText cAppeal vote panel plan planW planA kin kinW kinX abOwn abReq abConf abAuth abRead task taskW taskA prof profW profA post postW pubP pubA audit
visitor             -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
resident            -     -      -    -     -       o    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
kin-member          -     -      -    -     -       o    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
panel-member        -     -      -    -     -       o    a     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
constable           a     a      -    -     -       -    -     a    a     -     a   a    -    o     -     -      -      -      a    -     -     a    -     -     -    -     a    -    -
sergeant            a     a      a    -     -       -    -     a    a     a     a   a    -    o     -     a      -      a      a    a     -     a    a     -     a    -     -    a    a
inspector           a     -      a    -     -       -    -     a    -     a     a   -    a    -     -     -      a      a      a    a     a     a    -     a     a    -     -    a    a
duty-inspector      f     -      -    -     -       -    -     -    -     -     -   -    -    -     a     -      a      -      -    -     -     -    -     -     -    -     -    -    -
commander           -     -      -    -     a       -    -     a    -     -     -   -    -    -     -     -      a      a      a    -     a     a    -     -     a    -     -    -    a
analyst             -     -      -    -     -       -    -     a    -     -     -   -    -    -     -     -      -      a      a    -     -     a    a     -     -    -     -    -    -
communications      -     -      -    a     -       -    -     a    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    a    -
partner             -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     a    -     -     -    -     -    -    -
partnership-chair   -     -      -    -     -       -    -     a    -     -     -   -    -    -     -     -      -      -      a    a     a     a    -     -     -    -     -    -    -
training            -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     f    f     -    -    -
chief-officer       -     -      -    -     -       -    -     f    -     -     -   -    -    -     -     -      -      f      f    -     -     f    -     -     f    -     -    -    f
oversight           -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     f    -     -     -    -     -    -    -
moderator           f     -      f    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
records             f     -      -    -     -       -    -     f    -     -     f   -    -    -     -     -      -      f      f    -     -     f    -     -     f    -     -    -    f
administrator       -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    f
response-sergeant   -     -      -    -     -       -    -     -    -     -     -   -    -    -     a     -      -      -      -    -     -     -    -     -     -    -     -    -    -
contact-centre      -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
iag-adviser         -     -      -    -     -       -    -     -    -     -     -   -    -    -     -     -      -      -      -    -     -     -    -     -     -    -     -    -    -
`;

const columns: Record<string, Permission> = {
  cRead: "concern:read",
  cWrite: "concern:write",
  cMod: "concern:moderate",
  cText: "concern:approve-text",
  cAppeal: "concern:hear-appeal",
  vote: "ballot:cast",
  panel: "panel:vote",
  plan: "plan:read",
  planW: "plan:write",
  planA: "plan:approve",
  kin: "kin:read",
  kinW: "kin:write",
  kinX: "kin:export",
  abOwn: "abstraction:log-own",
  abReq: "abstraction:request",
  abConf: "abstraction:confirm",
  abAuth: "abstraction:authorise",
  abRead: "abstraction:read",
  task: "tasking:read",
  taskW: "tasking:write",
  taskA: "tasking:approve",
  prof: "profile:read",
  profW: "profile:write",
  profA: "profile:approve",
  post: "post:read",
  postW: "post:write",
  pubP: "publish:propose",
  pubA: "publish:approve",
  audit: "audit:read",
};
const letters = { own: "o", agency: "y", area: "a", force: "f" } as const;

const letterOf = (role: Role, permission: Permission) =>
  (["own", "agency", "area", "force"] as const)
    .filter((reach) => grants[role][reach]?.includes(permission) === true)
    .map((reach) => letters[reach])
    .join("") || "-";

describe("the table of roles", () => {
  const [heading = "", ...lines] = table.trim().split("\n");
  const names = heading.trim().split(/\s+/);

  test("names every role, in order", () => {
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...roles]);
    expect(names.map((name) => columns[name] === undefined)).not.toContain(true);
  });

  test.each(lines.map((line) => line.split(/\s+/)))("%s", (role, ...cells) => {
    const held = roles.find((one) => one === role) ?? "visitor";
    const found = Object.fromEntries(
      names.map((name) => [name, letterOf(held, columns[name] ?? "public:read")]),
    );
    expect(found).toEqual(Object.fromEntries(names.map((name, index) => [name, cells[index]])));
  });

  test("anyone may read what is public and raise a concern", () => {
    for (const role of roles) {
      expect(letterOf(role, "public:read")).toBe("f");
      expect(letterOf(role, "concern:raise")).toBe("f");
    }
  });

  test("every permission is somebody's, and none is granted twice to one role", () => {
    for (const permission of permissions) {
      expect(
        roles.some((role) => letterOf(role, permission) !== "-"),
        permission,
      ).toBe(true);
      for (const role of roles) expect(letterOf(role, permission), `${role} ${permission}`).toHaveLength(1);
    }
  });

  test.each([
    ["priority:add-urgent", "sergeant"],
    ["priority:accept", "inspector"],
    ["priority:review", "commander"],
  ] as const)("%s is the %s's alone, for their area", (permission, role) => {
    expect(roles.filter((one) => letterOf(one, permission) !== "-")).toEqual([role]);
    expect(letterOf(role, permission)).toBe("a");
  });

  test("people and their roles are the administrator's alone to change", () => {
    for (const permission of ["person:manage", "agency:manage", "session:end-others", "mail:retry"] as const)
      expect(roles.filter((role) => letterOf(role, permission) !== "-")).toEqual(["administrator"]);
  });
});
