import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appointedRoles } from "#app/domain/account/account.ts";
import type { WantedRole } from "#app/domain/account/appointment.ts";
import { areaKindsFor } from "#app/domain/account/role-areas.ts";
import { roles } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { endAppointment } from "#app/services/appointment/end-appointment.server.ts";
import { giveRole } from "#app/services/appointment/give-role.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { listAppointments, listAreas } from "#db/queries/appointment.ts";
import { appointments, auditEvents } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openPeopleTest, today, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
let administrator: Actor;
beforeEach(async () => {
  force = await openPeopleTest();
  await force.account("Admin");
  await force.appoint("Admin", "administrator");
  administrator = await force.actor("Admin");
  await force.account("Jo", { status: "waiting" });
});
afterEach(() => force.close());

const give = (name: string, wanted: Partial<WantedRole> = {}, actor = administrator) =>
  giveRole(force.deps, actor, {
    accountId: force.id(name),
    role: "inspector",
    area: { kind: "section", id: force.id("S1") },
    startsOn: today,
    endsOn: null,
    ...wanted,
  });
const appointmentsOf = (name: string) =>
  withActor(force.db, administrator, (tx) => listAppointments(tx, force.id(name)));
const end = async (name: string, actor = administrator) =>
  endAppointment(force.deps, actor, {
    accountId: force.id(name),
    appointmentId: (await appointmentsOf(name))[0]?.id ?? "",
  });

describe("giving a role", () => {
  it("opens its area, lets who waited go on, and is recorded with ids only", async () => {
    expect(await give("Jo")).toEqual({ ok: true });
    expect((await force.rolesOf("Jo")).map(({ role }) => role)).toEqual(["inspector"]);
    expect((await withActor(force.db, administrator, (tx) => findAccount(tx, force.id("Jo"))))?.status).toBe(
      "active",
    );
    const [row] = await force.db.select().from(auditEvents);
    expect(row).toMatchObject({
      action: "appointment.create",
      actorId: force.id("Admin"),
      subjectId: force.id("Jo"),
      details: {
        role: "inspector",
        areaKind: "section",
        area: force.id("S1"),
        startsOn: today,
        endsOn: null,
      },
    });
    expect(JSON.stringify(row)).not.toContain("Jo");
    const [given] = await appointmentsOf("Jo");
    expect(given?.area).toEqual({ kind: "section", id: force.id("S1"), name: "S1" });
  });

  it("from a later day opens nothing before it", async () => {
    await give("Jo", { startsOn: "2026-11-26", endsOn: "2026-11-27" });
    for (const [day, count] of [
      ["2026-11-25", 0],
      ["2026-11-26", 1],
      ["2026-11-27", 1],
      ["2026-11-28", 0],
    ] as const)
      expect(await force.rolesOf("Jo", day), day).toHaveLength(count);
  });

  it("gives each role for each of its areas, and for no other", async () => {
    const areas = await withActor(force.db, administrator, listAreas);
    for (const role of appointedRoles) {
      for (const kind of ["force", "bcu", "section", "partnership", "team", "neighbourhood"] as const) {
        const area = { kind, id: areas.find((one) => one.kind === kind)?.id ?? null };
        const change = await give("Jo", { role, area });
        expect(change.ok, `${role} for ${kind}`).toBe(areaKindsFor[role].includes(kind));
      }
    }
  });

  it.each<[string, Partial<WantedRole>, string]>([
    [
      "an area that is not there",
      { area: { kind: "section", id: "11111111-1111-4111-8111-111111111111" } },
      "area",
    ],
    ["a team's id as a section", { area: { kind: "section", id: null } }, "area"],
    ["a day in the past", { startsOn: "2026-11-23" }, "startsOn"],
    ["an end before the beginning", { startsOn: "2026-12-02", endsOn: "2026-12-01" }, "endsOn"],
  ])("refuses %s", async (_, wanted, field) => {
    expect(await give("Jo", wanted)).toMatchObject({ ok: false, errors: [{ field }] });
    expect(await force.rolesOf("Jo")).toEqual([]);
  });

  it("refuses the same once more, and to oneself, a closed account, a partner", async () => {
    await force.account("Closed", { status: "closed" });
    await force.account("Partner", { kind: "member" });
    await give("Jo");
    for (const name of ["Jo", "Admin", "Closed", "Partner"]) expect((await give(name)).ok, name).toBe(false);
    expect(await give("Jo", { area: { kind: "section", id: force.id("S2") } })).toEqual({ ok: true });
  });

  it("is for administrators alone", async () => {
    for (const role of roles.filter((one) => one !== "administrator")) {
      const actor: Actor = { ...administrator, roles: [{ role, area: "force", agencyId: null }] };
      await expect(give("Jo", {}, actor), role).rejects.toThrow("person:manage");
      await expect(end("Admin", actor), role).rejects.toThrow("person:manage");
    }
    expect(await force.actions()).toEqual([]);
  });
});

describe("ending a role", () => {
  it("takes it away at once, once", async () => {
    await give("Jo");
    expect(await end("Jo")).toEqual({ ok: true });
    expect(await force.rolesOf("Jo")).toEqual([]);
    expect((await end("Jo")).ok).toBe(false);
    expect(await force.actions()).toEqual(["appointment.create", "appointment.end"]);
  });

  it("is not by another person's page", async () => {
    await give("Jo");
    const appointmentId = (await appointmentsOf("Jo"))[0]?.id ?? "";
    const change = await endAppointment(force.deps, administrator, {
      accountId: force.id("Admin"),
      appointmentId,
    });
    expect(change.ok).toBe(false);
    expect(await force.rolesOf("Jo")).toHaveLength(1);
  });
});

describe("the last administrator", () => {
  const administrators = () =>
    force.db
      .select({ id: appointments.id })
      .from(appointments)
      .where(and(eq(appointments.role, "administrator"), isNull(appointments.endedAt)));

  it("is neither ended nor closed", async () => {
    expect((await end("Admin")).ok).toBe(false);
    await force.account("Other");
    await force.appoint("Other", "administrator");
    const other = await force.actor("Other");
    expect(await end("Other")).toEqual({ ok: true });
    // Whose role has just ended, and whose page was open all the while.
    expect((await closeAccount(force.deps, other, { accountId: force.id("Admin") })).ok).toBe(false);
    expect(await force.rolesOf("Admin")).toHaveLength(1);
  });

  it("is not one whose own role has a last day, or whose account is closed", async () => {
    await give("Jo", { role: "administrator", area: { kind: "force", id: null }, endsOn: "2026-12-31" });
    await force.account("Closed", { status: "closed" });
    await force.appoint("Closed", "administrator");
    expect((await end("Admin")).ok).toBe(false);
  });

  it.each(["ended", "closed", "ended and closed"])(
    "stays when two are %s at the same moment by each other",
    async (how) => {
      await force.account("Other");
      await force.appoint("Other", "administrator");
      const other = await force.actor("Other");
      const close = (name: string, actor: Actor) =>
        closeAccount(force.deps, actor, { accountId: force.id(name) });
      const [first, second] = how === "ended" ? [end, end] : how === "closed" ? [close, close] : [end, close];
      const results = await Promise.all([first("Other", administrator), second("Admin", other)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const held = await Promise.all(["Admin", "Other"].map((name) => force.rolesOf(name)));
      expect(held.flat()).toHaveLength(1);
      expect((await administrators()).length).toBeGreaterThan(0);
    },
  );

  it("stays however many are ended at once", async () => {
    const names = ["A", "B", "C", "D", "E"];
    for (const name of names) {
      await force.account(name);
      await force.appoint(name, "administrator");
    }
    await Promise.all([...names, "Admin"].map((name) => end(name)));
    expect(await administrators()).toHaveLength(1);
  });
});
