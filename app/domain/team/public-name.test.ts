import { describe, expect, it } from "vitest";
import { publicName, type NamedHolder } from "./public-name.ts";
import { isPolicePost, longTitleOf, titleOf } from "./title.ts";

describe("publicName", () => {
  it.each<[NamedHolder, string]>([
    [{ kind: "sergeant", holdingKind: "substantive", surname: "Archer" }, "Sgt Archer"],
    [{ kind: "pc", holdingKind: "substantive", surname: "Lowe" }, "PC Lowe"],
    [{ kind: "pcso", holdingKind: "cover", surname: "Reid" }, "PCSO Reid"],
    [{ kind: "special", holdingKind: "substantive", surname: "Khan" }, "Special Constable Khan"],
    [{ kind: "sergeant", holdingKind: "acting", surname: "O'Neill" }, "Acting Sgt O'Neill"],
    [{ kind: "warden", holdingKind: "substantive", surname: "Marsh" }, "Warden Marsh"],
    [{ kind: "pc", holdingKind: "substantive", surname: null }, "PC (name withheld)"],
    [{ kind: "sergeant", holdingKind: "acting", surname: null }, "Acting Sgt (name withheld)"],
  ])("%o is %s", (holder, name) => {
    expect(publicName(holder)).toBe(name);
  });
});

describe("titles of partners' people", () => {
  it.each(["ranger", "warden"] as const)("%s implies no police powers", (kind) => {
    expect(isPolicePost(kind)).toBe(false);
    expect(`${titleOf(kind)} ${longTitleOf(kind)}`).not.toMatch(/police|constable|officer|sergeant/i);
  });
});
