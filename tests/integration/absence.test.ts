import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { roles } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { endAbsence } from "#app/services/absence/end-absence.server.ts";
import { recordAbsence, type WantedAbsence } from "#app/services/absence/record-absence.server.ts";
import { listAbsences, listActingFor, listAwayWithoutDeputy } from "#db/queries/absence.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { appointments, messages } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now, openPeopleTest, today, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
let administrator: Actor;
beforeEach(async () => {
  force = await openPeopleTest();
  await force.account("Admin");
  await force.appoint("Admin", "administrator");
  administrator = await force.actor("Admin");
  await force.account("Sergeant", { person: "Archer" });
  await force.account("Deputy");
});
afterEach(() => force.close());

const record = (name: string, wanted: Partial<WantedAbsence> = {}, actor = administrator) =>
  recordAbsence(force.deps, actor, {
    accountId: force.id(name),
    deputyId: force.id("Deputy"),
    startsOn: today,
    endsOn: "2026-11-30",
    ...wanted,
  });
const read = <Value>(work: Parameters<typeof withActor<Value>>[2]) =>
  withActor(force.db, administrator, work);

describe("recording an absence", () => {
  it("gives the deputy the roles, tells them, and is recorded", async () => {
    expect(await record("Sergeant")).toEqual({ ok: true });
    expect((await force.rolesOf("Deputy")).map(({ role }) => role)).toEqual(["sergeant"]);
    expect(await read((tx) => listActingFor(tx, force.id("Deputy"), today))).toMatchObject([
      { name: "Sergeant", endsOn: "2026-11-30" },
    ]);
    expect(await read((tx) => listActingFor(tx, force.id("Deputy"), "2026-12-01"))).toEqual([]);
    expect(await force.actions()).toEqual(["absence.record"]);
    const [mail] = await force.db.select().from(messages);
    expect(mail?.body).toContain("You stand in for Sergeant from 24 November 2026 to 30 November 2026");
  });

  it("ends at once", async () => {
    await record("Sergeant");
    const [absence] = await read((tx) => listAbsences(tx, force.id("Sergeant")));
    const asked = { accountId: force.id("Sergeant"), absenceId: absence?.id ?? "" };
    expect(await endAbsence(force.deps, administrator, asked)).toEqual({ ok: true });
    expect(await force.rolesOf("Deputy")).toEqual([]);
    expect((await endAbsence(force.deps, administrator, asked)).ok).toBe(false);
    expect(await force.actions()).toEqual(["absence.record", "absence.end"]);
  });

  it("refuses oneself as deputy: of another, who would give one roles, and of oneself", async () => {
    const self = { deputyId: force.id("Admin") };
    expect(await record("Sergeant", self)).toMatchObject({ ok: false, errors: [{ field: "deputy" }] });
    expect(await record("Admin", self)).toMatchObject({ ok: false, errors: [{ field: "deputy" }] });
    expect((await force.rolesOf("Admin")).map(({ role }) => role)).toEqual(["administrator"]);
  });

  it("refuses a deputy who is closed, a partner or a resident, and days that overlap", async () => {
    await force.account("Closed", { status: "closed" });
    await force.account("Partner", { kind: "member" });
    await force.account("Resident", { kind: "resident" });
    for (const name of ["Closed", "Partner", "Resident", "nobody"])
      expect(await record("Sergeant", { deputyId: force.id(name) }), name).toMatchObject({
        errors: [{ field: "deputy" }],
      });
    await record("Sergeant");
    expect(await record("Sergeant", { startsOn: "2026-11-30", endsOn: null })).toMatchObject({
      errors: [{ field: "startsOn" }],
    });
    expect(await record("Sergeant", { startsOn: "2026-12-01", endsOn: null })).toEqual({ ok: true });
  });

  it("is for administrators alone", async () => {
    for (const role of roles.filter((one) => one !== "administrator")) {
      const actor: Actor = { ...administrator, roles: [{ role, area: "force", agencyId: null }] };
      await expect(record("Sergeant", {}, actor), role).rejects.toThrow("person:manage");
    }
  });

  it("shows who is away with nobody standing in", async () => {
    await record("Sergeant", { deputyId: null });
    await record("Deputy", { deputyId: force.id("Sergeant") });
    expect((await read((tx) => listAwayWithoutDeputy(tx, today, 5))).map(({ name }) => name)).toEqual([
      "Sergeant",
    ]);
  });
});

describe("who answers for a neighbourhood", () => {
  const names = new Map<string, string>();
  const known = async (name: string, ...given: [options?: Parameters<PeopleTest["account"]>[1]]) => {
    names.set((await force.account(name, ...given)).id, name);
  };
  const answers = async (code: string, day = today) => {
    const found = await read((tx) => responsibleFor(tx, force.id(code), day));
    return found && [found.reason, ...found.accountIds.map((id) => names.get(id) ?? id)];
  };
  beforeEach(() => {
    for (const name of ["Admin", "Sergeant", "Deputy"]) names.set(force.id(name), name);
  });

  it("passes on, step by step, as people are missing", async () => {
    await known("Inspector");
    await force.appoint("Inspector", "inspector", { kind: "section", areaId: force.id("S1") });
    await known("Commander");
    await force.appoint("Commander", "commander", { kind: "bcu", areaId: force.id("B1") });
    expect(await answers("n1")).toEqual(["holder", "Sergeant"]);

    await record("Sergeant");
    expect(await answers("n1")).toEqual(["deputy", "Deputy"]);
    await record("Deputy", { deputyId: null });
    expect(await answers("n1")).toEqual(["inspector", "Inspector"]);
    await known("Second", { person: "Bell" });
    expect(await answers("n1")).toEqual(["team", "Second"]);
    await record("Second", { deputyId: null });
    await record("Inspector", { deputyId: null });
    expect(await answers("n1")).toEqual(["commander", "Commander"]);
    await record("Commander", { deputyId: null });
    expect(await answers("n1")).toEqual(["administrator", "Admin"]);
    await record("Admin", { deputyId: null });
    expect(await answers("n1")).toEqual(["administrator", "Admin"]);

    // Everybody is back on the first of December.
    expect(await answers("n1", "2026-12-01")).toEqual(["holder", "Sergeant"]);
  });

  it("knows a vacant post, who acts in it on which day, and who was given it", async () => {
    expect(await answers("n3")).toEqual(["administrator", "Admin"]);
    await known("Acting", { person: "Cole" });
    expect(await answers("n3", "2026-11-24")).toEqual(["administrator", "Admin"]);
    expect(await answers("n3", "2026-11-25")).toEqual(["acting", "Acting"]);
    await known("Given");
    await force.db.insert(appointments).values({
      accountId: force.id("Given"),
      postId: force.id("post empty"),
      startsOn: today,
      createdAt: now,
    });
    expect(await answers("n3")).toEqual(["holder", "Given"]);
  });

  it("leaves out an inspector of another section, and a neighbourhood nobody placed", async () => {
    await known("Inspector");
    await force.appoint("Inspector", "inspector", { kind: "section", areaId: force.id("S1") });
    expect(await answers("n4")).toEqual(["administrator", "Admin"]);
    expect(await answers("nowhere")).toEqual(["administrator", "Admin"]);
  });
});
