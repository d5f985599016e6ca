import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AreaKind } from "#app/domain/account/account.ts";
import type { HeldRole } from "#app/domain/actor.ts";
import { absences, accounts, appointments, editionTerms, residentConnections } from "#db/schema/index.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
beforeAll(async () => {
  force = await openPeopleTest();
});
afterAll(() => force.close());

/** Roles with their neighbourhoods: "sergeant: n1 n2". */
const said = (roles: readonly HeldRole[]) =>
  roles.map(({ role, area }) => {
    const codes =
      area === "force"
        ? ["force"]
        : ["n1", "n2", "n3", "n4"].filter((code) => area.neighbourhoodIds.includes(force.id(code)));
    return `${role}: ${codes.join(" ")}`.trim();
  });
const rolesOf = async (name: string, day?: string) => said(await force.rolesOf(name, day)).sort();

let count = 0;
/** A new account, linked to a person where one is named; whoever was linked before is so no longer. */
async function newAccount(person?: string, status: "active" | "waiting" | "closed" = "active") {
  const name = `Account ${(count += 1)}`;
  if (person !== undefined)
    await force.db
      .update(accounts)
      .set({ personId: null })
      .where(eq(accounts.personId, force.id(person)));
  await force.account(name, { status, ...(person === undefined ? {} : { person }) });
  return name;
}

describe("a post gives", () => {
  test.each([
    ["Archer", "2026-11-24", ["sergeant: n1 n2"]],
    // A sergeant who leads nothing by allocation has the team's neighbourhoods.
    ["Bell", "2026-11-24", ["sergeant: n1 n2"]],
    ["Cole", "2026-11-24", ["constable: n1"]],
    ["Cole", "2026-11-25", ["constable: n1", "sergeant: n3"]],
    ["Cole", "2026-11-30", ["constable: n1", "sergeant: n3"]],
    ["Cole", "2026-12-01", ["constable: n1"]],
    ["Dean", "2023-12-31", []],
    ["Dean", "2024-01-01", ["constable: n2"]],
    ["Dean", "2026-11-24", ["constable: n2"]],
    ["Dean", "2026-11-25", ["constable: n4"]],
    ["Wood", "2026-11-24", ["partner: n4"]],
  ])("%s on %s: %j", async (person, day, roles) => {
    expect(await rolesOf(await newAccount(person), day)).toEqual(roles);
  });

  test("a warden the word of the post's agency", async () => {
    const [held] = await force.rolesOf(await newAccount("Wood"));
    expect(held?.agencyId).toBe(force.id("council"));
  });

  test.each(["waiting", "closed"] as const)("nothing to an account that is %s", async (status) => {
    const name = await newAccount("Archer", status);
    await force.appoint(name, "administrator");
    expect(await rolesOf(name)).toEqual([]);
  });

  test("nothing when no teams are in force", async () => {
    const name = await newAccount("Archer");
    await force.appoint(name, "records");
    const isTeams = eq(editionTerms.noun, "teams");
    await force.db.update(editionTerms).set({ inForceTo: now }).where(isTeams);
    expect(await rolesOf(name)).toEqual(["records: force"]);
    await force.db.update(editionTerms).set({ inForceTo: null }).where(isTeams);
    expect(await rolesOf(name)).toEqual(["records: force", "sergeant: n1 n2"]);
  });
});

describe("an appointment gives", () => {
  test.each<[AreaKind, string | null, string]>([
    ["force", null, "analyst: force"],
    ["bcu", "B1", "analyst: n1 n2 n3 n4"],
    ["section", "S1", "analyst: n1 n2 n3"],
    ["partnership", "P1", "analyst: n1 n2 n3 n4"],
    ["team", "T1", "analyst: n1 n2"],
    ["neighbourhood", "n4", "analyst: n4"],
    ["section", "a section that is gone", "analyst:"],
    // The id of a team is none of a section.
    ["section", "T1", "analyst:"],
  ])("a %s (%s): %s", async (kind, area, role) => {
    const name = await newAccount();
    await force.appoint(name, "analyst", { kind, areaId: area === null ? null : force.id(area) });
    expect(await rolesOf(name)).toEqual([role]);
  });

  test.each([
    ["pc", "constable: n1"],
    ["empty", "sergeant: n3"],
    ["special", "constable: n4"],
  ])("the post %s: %s", async (post, role) => {
    const name = await newAccount();
    await force.db.insert(appointments).values({
      accountId: force.id(name),
      postId: force.id(`post ${post}`),
      startsOn: "2026-11-24",
      endsOn: "2026-11-25",
      createdAt: now,
    });
    expect(await rolesOf(name, "2026-11-23")).toEqual([]);
    expect(await rolesOf(name, "2026-11-24")).toEqual([role]);
    expect(await rolesOf(name, "2026-11-25")).toEqual([role]);
    expect(await rolesOf(name, "2026-11-26")).toEqual([]);
    await force.db
      .update(appointments)
      .set({ endedAt: now })
      .where(eq(appointments.accountId, force.id(name)));
    expect(await rolesOf(name, "2026-11-24")).toEqual([]);
  });
});

describe("a deputy", () => {
  async function standIn() {
    const [away, deputy] = [await newAccount("Archer"), await newAccount()];
    await force.appoint(away, "moderator");
    await force.db.insert(absences).values({
      accountId: force.id(away),
      deputyId: force.id(deputy),
      startsOn: "2026-11-24",
      endsOn: "2026-11-25",
      createdAt: now,
    });
    return { away, deputy };
  }
  const theirs = ["moderator: force", "sergeant: n1 n2"];

  test("holds the roles of who is away, by post and by appointment, for those days", async () => {
    const { away, deputy } = await standIn();
    expect(await rolesOf(deputy, "2026-11-23")).toEqual([]);
    expect(await rolesOf(deputy, "2026-11-24")).toEqual(theirs);
    expect(await rolesOf(deputy, "2026-11-25")).toEqual(theirs);
    expect(await rolesOf(deputy, "2026-11-26")).toEqual([]);
    expect(await rolesOf(away)).toEqual(theirs);
  });

  test("holds none once the absence is ended, or either account is closed", async () => {
    const { away, deputy } = await standIn();
    const close = (name: string, status: "active" | "closed") =>
      force.db
        .update(accounts)
        .set({ status })
        .where(eq(accounts.id, force.id(name)));
    await close(away, "closed");
    expect(await rolesOf(deputy)).toEqual([]);
    await close(away, "active");
    await close(deputy, "closed");
    expect(await rolesOf(deputy)).toEqual([]);
    await close(deputy, "active");
    expect(await rolesOf(deputy)).toEqual(theirs);
    await force.db
      .update(absences)
      .set({ endedAt: now })
      .where(eq(absences.deputyId, force.id(deputy)));
    expect(await rolesOf(deputy)).toEqual([]);
  });

  test("hands nothing on to their own deputy", async () => {
    const { deputy } = await standIn();
    const second = await newAccount();
    await force.db.insert(absences).values({
      accountId: force.id(deputy),
      deputyId: force.id(second),
      startsOn: "2026-11-24",
      createdAt: now,
    });
    expect(await rolesOf(second)).toEqual([]);
  });
});

test("a resident is one where they belong", async () => {
  await force.account("A resident", { kind: "resident" });
  await force.db
    .insert(residentConnections)
    .values({ accountId: force.id("A resident"), neighbourhoodId: force.id("n4"), kind: "live" });
  expect(await rolesOf("A resident")).toEqual(["resident: n4"]);
});
