import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, monthOf, spanOfMonth } from "#app/domain/abstraction/month.ts";
import { platform } from "#app/domain/actor.ts";
import { keptSince } from "#app/domain/retention/schedule.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openAbstractionDesk, type AbstractionDesk } from "./abstraction-desk.ts";
import { now, retentionOn } from "./retention-runner.ts";

const folder = mkdtempSync(join(tmpdir(), "retention-abstraction-"));
let desk: AbstractionDesk;
const { run, expectTaken } = retentionOn(() => desk.db, folder);
const twoYears = keptSince({ keep: { years: 2 } }, now);
const sixYears = keptSince({ keep: { years: 6 } }, now);
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);

beforeAll(async () => {
  desk = await openAbstractionDesk();
  // What the desk itself holds goes first, so that what follows is what these rules take.
  await run();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const figures = async () => ({
  months: await desk.db.select().from(schema.abstractionMonths).orderBy(schema.abstractionMonths.month),
  codes: await desk.db.select().from(schema.abstractionMonthCodes),
});

test("what is of officers goes after two years; the figures stay, and are never worked out from what is left", async () => {
  const { db, id } = desk;
  const [old, kept] = [hours(twoYears, -9), twoYears];
  await desk.duty("post pc", { from: hours(old, 0), to: hours(twoYears, -1) });
  await desk.duty("post pc", { from: hours(kept, -1), to: hours(kept, 7) });
  const gone = await desk.entry("post pc", { from: old, to: hours(twoYears, -7) });
  const stays = await desk.entry("post pc", { from: hours(kept, -1), to: kept });
  await db.insert(schema.abstractionDisputes).values({
    entryId: gone,
    entryVersion: 1,
    postId: id("post pc"),
    words: "I was on patrol.",
    raisedAt: old,
  });
  const request = (endsAt: Date) => ({
    postId: id("post pc"),
    startsAt: hours(endsAt, -1),
    endsAt,
    code: "R2" as const,
    reason: "Calls",
    requesterUnit: "Response",
    requesterRole: "duty-inspector" as const,
    isEmergency: false,
    authority: "inspector" as const,
    askedAt: old,
  });
  await db.insert(schema.abstractionRequests).values([request(hours(twoYears, -1)), request(twoYears)]);
  const before = await figures();
  expect(before.months.length).toBeGreaterThan(0);

  await expectTaken({ "abstraction-entries": 1, "abstraction-requests": 1, duties: 1 });

  expect((await desk.versionsOf(gone)).length).toBe(0);
  expect((await desk.versionsOf(stays)).length).toBe(1);
  expect(await db.$count(schema.abstractionDisputes)).toBe(0);
  expect(await figures()).toEqual(before);
  // Somebody logs something in that month all the same, and everything is worked out anew.
  await desk.entry("post pc", { from: hours(kept, 1), to: hours(kept, 2) });
  const month = monthOf(kept);
  await withActor(db, platform(), (tx) =>
    renewFigures(tx, { months: [month, addMonths(month, 1)], neighbourhoodIds: null }),
  );
  const after = await figures();
  const ofMonth = (rows: typeof after.months) => rows.filter((row) => row.month === month);
  expect(ofMonth(after.months)).toEqual(ofMonth(before.months));
  // The month after has lost nothing.
  await desk.duty("post pc", {
    from: hours(spanOfMonth(addMonths(month, 1)).from, 8),
    to: hours(spanOfMonth(addMonths(month, 1)).from, 16),
  });
  const next = (await figures()).months.filter((row) => row.month === addMonths(month, 1));
  expect(next.reduce((sum, { duty }) => sum + duty, 0)).toBe(48_000_000);
});

test("rosters lose their rows after two years and go after six", async () => {
  const { db } = desk;
  const roster = (startedAt: Date) => ({
    id: crypto.randomUUID(),
    mappingName: "dms",
    source: "roster.csv",
    sourceSum: "0",
    state: "in-force" as const,
    startedAt,
  });
  const rosters = [hours(sixYears, -1), sixYears, hours(twoYears, -1), twoYears].map(roster);
  await db.insert(schema.rosters).values(rosters);
  await db
    .insert(schema.rosterRows)
    .values(rosters.map(({ id }) => ({ rosterId: id, line: 2, state: "refused" as const })));
  expect(await run()).toEqual({ "roster-rows": 3, rosters: 1 });
  expect(await db.$count(schema.rosterRows)).toBe(1);
  expect(await db.$count(schema.rosters)).toBe(3);
});

test("figures go six years after their month, what they are made up of with them", async () => {
  const { db, id } = desk;
  const neighbourhoodId = id("n1");
  const of = (month: string) => ({ neighbourhoodId, month, version: 1, isSpecial: false });
  // On 2 March 2020: February 2020 is over since the day before.
  const [ended, running] = [of("2020-02-01"), of("2020-03-01")];
  await db.insert(schema.abstractionMonths).values([ended, running].map((row) => ({ ...row, posts: 1 })));
  await db
    .insert(schema.abstractionMonthCodes)
    .values([ended, running].map((row) => ({ ...row, code: "R1" as const, entries: 1 })));
  await db.insert(schema.abstractionMonthHours).values([ended, running].map((row) => ({ ...row, hour: 0 })));
  await expectTaken({ "abstraction-figures": 1 });
  for (const table of [schema.abstractionMonths, schema.abstractionMonthCodes, schema.abstractionMonthHours])
    expect(await db.select({ month: table.month }).from(table)).toContainEqual({ month: "2020-03-01" });
});

test("what was published stays for six years, whoever would take it away, and then goes", async () => {
  const { db } = desk;
  const published = (revision: number, publishedAt: Date) => ({
    scope: "force" as const,
    scopeKey: "",
    period: "month" as const,
    startsOn: "2020-01-01",
    revision,
    publishedAt,
    version: 1,
    posts: 1,
    established: 0,
    duty: 0,
    abstractedA: 0,
    abstractedB: 0,
    exempt: 0,
    lent: 0,
    duties: 0,
    confirmed: 0,
    restatement: revision === 1 ? null : "An entry was found.",
  });
  await db
    .insert(schema.abstractionPublished)
    .values([published(1, hours(sixYears, -1)), published(2, new Date())]);
  await expectTaken({ "abstraction-published": 1 });
  await expect(db.delete(schema.abstractionPublished)).rejects.toThrow();
  expect((await db.select().from(schema.abstractionPublished)).map(({ revision }) => revision)).toEqual([2]);
});
