import { describe, expect, it } from "vitest";
import { hasBeatOfficer, teamOnDate, type TeamHolding, type TeamPost } from "./team-on-date.ts";

const today = "2026-06-01";
const police = { name: "Anyshire Constabulary", isPolice: true };
const council = { name: "High Moor Borough Council", isPolice: false };

const holding = (surname: string | null, given: Partial<TeamHolding> = {}): TeamHolding => ({
  kind: "substantive",
  heldFrom: "2025-01-01",
  heldTo: null,
  ownKind: null,
  surname,
  photoOk: false,
  ...given,
});
const post = (kind: TeamPost["kind"], holdings: TeamHolding[], given: Partial<TeamPost> = {}): TeamPost => ({
  kind,
  isAllocated: true,
  agency: police,
  coverPlan: null,
  holdings,
  ...given,
});
const words = (posts: TeamPost[]) => teamOnDate(posts, today).map((member) => member.words);

describe("teamOnDate", () => {
  it("puts the sergeant first, then constables, PCSOs, specials and partners' people, by name and vacancies last", () => {
    const posts = [
      post("warden", [holding("Able")], { agency: council }),
      post("pcso", [holding("Baker")]),
      post("pc", []),
      post("pc", [holding("Lowe")]),
      post("ranger", [holding("Carr")], { agency: council }),
      post("pc", [holding("Abbot")]),
      post("special", [holding("Khan")]),
      post("sergeant", [holding("Zane")]),
    ];
    expect(words(posts)).toEqual([
      "Sgt Zane",
      "PC Abbot",
      "PC Lowe",
      "Vacant",
      "PCSO Baker",
      "Special Constable Khan",
      "Ranger Carr",
      "Warden Able",
    ]);
  });

  it.each<[string, TeamPost, string]>([
    [
      "a PCSO covers",
      post("pc", [holding("Reid", { kind: "cover", ownKind: "pcso" })]),
      "Vacant, covered by PCSO Reid",
    ],
    ["cover of unknown rank", post("pc", [holding("Reid", { kind: "cover" })]), "Vacant, covered by PC Reid"],
    [
      "somebody acts up",
      post("sergeant", [holding("Lowe", { kind: "acting", ownKind: "pc" })]),
      "Vacant, covered by Acting Sgt Lowe",
    ],
    [
      "acting goes before cover, cover before the plan",
      post("sergeant", [holding("Reid", { kind: "cover" }), holding("Lowe", { kind: "acting" })], {
        coverPlan: "the plan",
      }),
      "Vacant, covered by Acting Sgt Lowe",
    ],
    [
      "only a plan",
      post("pc", [], { coverPlan: "the Northgate team" }),
      "Vacant, covered by the Northgate team",
    ],
    [
      "a cover that has ended",
      post("pc", [holding("Reid", { kind: "cover", heldTo: "2026-05-31" })]),
      "Vacant",
    ],
    ["a holder who begins tomorrow", post("pc", [holding("Reid", { heldFrom: "2026-06-02" })]), "Vacant"],
    ["a holder's last day", post("pc", [holding("Reid", { heldTo: today })]), "PC Reid"],
    [
      "a holder on leave stays the holder",
      post("pc", [holding("Lowe"), holding("Reid", { kind: "cover" })]),
      "PC Lowe",
    ],
    ["an exception to naming", post("pc", [holding(null)]), "PC (name withheld)"],
    [
      "cover by somebody not named",
      post("pc", [holding(null, { kind: "cover", ownKind: "pcso" })]),
      "Vacant, covered by PCSO (name withheld)",
    ],
  ])("%s", (_, given, expected) => {
    expect(words([given])).toEqual([expected]);
  });

  it("labels partners' people with their agency, and the police with none", () => {
    const posts = [post("pc", [holding("Lowe")]), post("warden", [holding("Able")], { agency: council })];
    expect(teamOnDate(posts, today).map(({ agency }) => agency)).toEqual([null, "High Moor Borough Council"]);
  });

  it("shows no photograph of somebody who is not named", () => {
    const members = teamOnDate([post("pc", [holding(null, { photoOk: true })])], today);
    expect(members[0]?.holder?.photoOk).toBe(false);
  });

  it.each([
    ["the allocated sergeant leads", [true, false], ["Sgt A"]],
    ["the team's sergeant leads where none is allocated", [false], ["Sgt A"]],
  ])("%s", (_, allocated, expected) => {
    const names = ["A", "B"];
    const posts = allocated.map((isAllocated, index) =>
      post("sergeant", [holding(names[index] ?? "")], { isAllocated }),
    );
    expect(words(posts)).toEqual(expected);
  });
});

describe("hasBeatOfficer", () => {
  it.each<[string, TeamPost[], boolean]>([
    ["a constable", [post("pc", [holding("Lowe")])], true],
    ["a vacant post that is covered", [post("pcso", [], { coverPlan: "the Northgate team" })], true],
    ["a vacant post", [post("pc", [])], false],
    [
      "a sergeant, a special and a warden",
      [post("sergeant", [holding("A")]), post("special", [holding("B")]), post("warden", [holding("C")])],
      false,
    ],
    ["nobody", [], false],
  ])("%s", (_, posts, expected) => {
    expect(hasBeatOfficer(teamOnDate(posts, today))).toBe(expected);
  });
});
