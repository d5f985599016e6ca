import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { emptyAllTables, emptyAuditRecord } from "#db/queries/backup.ts";
import { concernEvents, concerns, concernTexts, diversions } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { canary, concernDesk } from "./concern-desk.ts";
import { ago, retentionOn } from "./retention-runner.ts";

const folder = mkdtempSync(join(tmpdir(), "retention-concerns-"));
let database: TestDatabase;
let place = "";
const { expectTaken } = retentionOn(() => database.db, folder);
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await database.db.transaction(async (tx) => {
    await emptyAllTables(tx);
    await emptyAuditRecord(tx);
  });
  place = await concernDesk(database.db).neighbourhood("Westly");
});

const text = async (id: string) =>
  (await database.db.select().from(concernTexts).where(eq(concernTexts.concernId, id)))[0];
const change = (id: string, set: Partial<typeof concerns.$inferInsert>) =>
  database.db.update(concerns).set(set).where(eq(concerns.id, id));

test("words go on the day set for them, and not the day before", async () => {
  const desk = concernDesk(database.db);
  const [due, notDue, kept] = [
    await desk.raise(await desk.resident(), place),
    await desk.raise(await desk.resident(), place),
    await desk.raise(await desk.resident(), place),
  ];
  const until = (id: string, eraseOn: string | null) =>
    database.db.update(concernTexts).set({ eraseOn }).where(eq(concernTexts.concernId, id));
  await until(due.id, "2026-03-02");
  await until(notDue.id, "2026-03-03");
  await until(kept.id, null);
  await expectTaken({ "concern-words": 1 });
  expect(await text(due.id)).toMatchObject({ words: null, erasedAt: ago(0) });
  for (const { id } of [notDue, kept]) expect((await text(id))?.words).toContain(canary);
});

test("who raised a concern goes a year after it closed; one that is open keeps its raiser", async () => {
  const desk = concernDesk(database.db);
  const [old, young, open] = [
    await desk.raise(await desk.resident(), place),
    await desk.raise(await desk.resident(), place),
    await desk.raise(await desk.resident(), place),
  ];
  await database.db.update(concernTexts).set({ eraseOn: null });
  await change(old.id, { state: "withdrawn", changedAt: ago(365, 1) });
  await change(young.id, { state: "withdrawn", changedAt: ago(364) });
  await change(open.id, { changedAt: ago(900) });
  await expectTaken({ "concern-raisers": 1 });
  expect(await database.db.$count(concerns, eq(concerns.id, old.id))).toBe(1);
});

test("that something was passed on goes two years after the other service has it", async () => {
  const desk = concernDesk(database.db);
  const [old, waiting] = [
    await desk.raise(await desk.resident(), place),
    await desk.raise(await desk.resident(), place),
  ];
  const passedOn = (concernId: string, acknowledgedAt: Date | null) => ({
    concernId,
    route: "crime" as const,
    divertedAt: ago(800),
    alarmAt: ago(800),
    acknowledgedAt,
  });
  await database.db.insert(diversions).values([passedOn(old.id, ago(731)), passedOn(waiting.id, null)]);
  await expectTaken({ diversions: 1 });
});

test("erasing a resident takes their words, but for those that somebody has still to read", async () => {
  const desk = concernDesk(database.db);
  const raiser = await desk.resident();
  const [waiting, closed] = [await desk.raise(raiser, place), await desk.raise(raiser, place)];
  await change(closed.id, { state: "withdrawn" });
  expect(await eraseResident({ ...desk.deps, keys }, raiser, "asked")).toBe(true);
  expect((await text(closed.id))?.words).toBeNull();
  expect((await text(waiting.id))?.words).toContain(canary);
  expect(await database.db.$count(concerns, eq(concerns.raisedBy, raiser.accountId))).toBe(0);
  expect(await database.db.$count(concernEvents, eq(concernEvents.actorId, raiser.accountId))).toBe(0);
});
