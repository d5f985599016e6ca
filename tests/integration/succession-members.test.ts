import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { carryOver } from "#app/services/neighbourhood/carry-over.server.ts";
import { listRoleHolders } from "#db/queries/role-holders.ts";
import { appointments, auditEvents, cycles, messages, staffNotices } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openForce, type SuccessionForce } from "./succession-force.ts";
import { later, merged, split } from "./succession-readers.ts";

let database: TestDatabase;
let files: TestFiles;
let force: SuccessionForce;
beforeAll(async () => {
  database = await openTestDatabase();
  files = await openTestFiles();
  force = openForce(database.db, files);
});
afterAll(async () => {
  await database.close();
  await files.remove();
});
beforeEach(async () => {
  await force.empty();
  await force.load(threeAreas());
});

const run = (now = later) => carryOver({ db: database.db, now, signal: new AbortController().signal });
/** Who is on the panel, or a key individual, on the day after the boundaries changed. */
const seatedIn = async (neighbourhoodId: string, role: "panel-member" | "kin-member" = "panel-member") =>
  (await listRoleHolders(database.db, role, neighbourhoodId, "2026-03-02")).sort();
const rolesOf = (accountId: string) =>
  database.db
    .select({ areaId: appointments.areaId, startsOn: appointments.startsOn, endsOn: appointments.endsOn })
    .from(appointments)
    .where(and(eq(appointments.accountId, accountId), isNull(appointments.endedAt)));
const auditOf = (accountId: string) =>
  database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, accountId));
const mailTo = async (accountId: string) =>
  (await database.db.select().from(messages).where(eq(messages.accountId, accountId))).map(
    ({ body }) => body,
  );
const noticesTo = async (accountId: string) =>
  (await database.db.select().from(staffNotices).where(eq(staffNotices.accountId, accountId))).map(
    ({ line }) => line,
  );

describe("two that become one", () => {
  test("the panel and the key individuals of both are the heir’s, recorded and told", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const own = await force.addHolder("panel-member", t2);
    const brought = await force.addHolder("panel-member", t3, "2026-12-31");
    const key = await force.addHolder("kin-member", t3);
    const past = await force.addHolder("panel-member", t3, "2026-02-01");
    await force.load(merged, later);
    expect(await seatedIn(t2)).toEqual([own, brought].sort());
    expect(await seatedIn(t2, "kin-member")).toEqual([key]);
    expect(await seatedIn(t3)).toEqual([]);
    expect(await rolesOf(brought)).toEqual([{ areaId: t2, startsOn: "2026-03-01", endsOn: "2026-12-31" }]);
    expect(await rolesOf(past)).toMatchObject([{ areaId: t3 }]);
    expect(await auditOf(brought)).toMatchObject([
      {
        action: "appointment.carry-over",
        actorKind: "system",
        neighbourhoodId: t2,
        details: { role: "panel-member", from: t3, to: t2, isHeldThere: false },
      },
    ]);
    expect(await mailTo(brought)).toEqual([
      "Eastside is now part of Midtown. You now take part in Midtown as you did there. Sign in as before: you need to do nothing.",
    ]);
    expect(await mailTo(own)).toEqual([]);

    await run();
    expect(await auditOf(brought)).toHaveLength(1);
    expect(await rolesOf(brought)).toHaveLength(1);
  });

  test("whoever sits on both panels has one seat, the one that lasts longer", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const both = await force.addHolder("panel-member", t3, "2026-06-30");
    const longer = await force.addHolder("panel-member", t3);
    const seat = { role: "panel-member", areaKind: "neighbourhood", areaId: t2 } as const;
    for (const [accountId, endsOn] of [
      [both, null],
      [longer, "2026-03-31"],
    ] as const)
      await database.db
        .insert(appointments)
        .values({ ...seat, accountId, startsOn: "2026-01-01", endsOn, createdAt: later });
    await force.load(merged, later);
    expect(await rolesOf(both)).toEqual([{ areaId: t2, startsOn: "2026-01-01", endsOn: null }]);
    expect(await rolesOf(longer)).toContainEqual({ areaId: t2, startsOn: "2026-03-01", endsOn: null });
  });

  test("they keep their seats until the vote and the meeting under way are over", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const vote = await force.addCycle(t3, "panel");
    await force.addPanelMeeting(t3, new Date("2026-04-01T12:00:00Z"));
    const member = await force.addHolder("panel-member", t3);
    await force.load(merged, later);
    expect(await seatedIn(t3)).toEqual([member]);
    await database.db.update(cycles).set({ stage: "live" }).where(eq(cycles.id, vote));
    await run();
    expect(await seatedIn(t3)).toEqual([member]);
    await run(new Date("2026-04-02T12:00:00Z"));
    expect(await rolesOf(member)).toMatchObject([{ areaId: t2 }]);
  });
});

test("of one that is split nobody is moved, and its inspector is told once", async () => {
  const t2 = await force.id("T2");
  const members = [await force.addHolder("panel-member", t2), await force.addHolder("kin-member", t2)];
  const inspector = await force.addHolder("inspector", null);
  await force.load(split, later);
  await run();
  for (const member of members) expect(await rolesOf(member)).toMatchObject([{ areaId: t2 }]);
  expect(await noticesTo(inspector)).toEqual([
    "Middle is now part of Riverside and Westside. 2 panel members and key individuals were not moved: ask each where they belong, and invite them there",
  ]);
});

test("of one that is split without a panel the inspector is not told", async () => {
  const inspector = await force.addHolder("inspector", null);
  await force.load(split, later);
  expect(await noticesTo(inspector)).toEqual([]);
});
