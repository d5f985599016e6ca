import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptSince } from "#app/domain/retention/schedule.ts";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { now, retentionOn } from "./retention-runner.ts";
import { fillTaskingWorld, type TaskingWorld } from "./tasking-world.ts";

const folder = mkdtempSync(join(tmpdir(), "retention-tasking-"));
let database: TestDatabase;
let world: TaskingWorld;
const { run, expectTaken } = retentionOn(() => database.db, folder);
const sixYears = keptSince({ keep: { years: 6 } }, now);
const before = (days: number) => new Date(sixYears.getTime() - days * 86_400_000);

beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillTaskingWorld(database.db);
  await run();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test("meetings go after six years with all that was written down, closed actions too; what is open stays", async () => {
  const { db } = database;
  const meeting = (number: number, endsAt: Date) => ({
    id: world.id(`old meeting ${number}`),
    reference: `J-OLD${number}`,
    groupId: world.id("group av"),
    number,
    startsAt: new Date(endsAt.getTime() - 3_600_000),
    endsAt,
    place: "Town hall",
    calledAt: endsAt,
    changedAt: endsAt,
  });
  await db.insert(schema.taskingMeetings).values([meeting(10, before(1)), meeting(11, sixYears)]);
  const action = (number: number, closedAt: Date | null) => ({
    id: world.id(`old action ${number}`),
    groupId: world.id("group av"),
    number,
    kind: "housing" as const,
    task: "Task",
    agencyId: world.id("housing"),
    position: "Officer",
    dueOn: "2019-01-01",
    givenAt: before(100),
    changedAt: before(100),
    ...(closedAt === null ? {} : { state: "rejected" as const, result: "Not ours", closedAt }),
  });
  await db.insert(schema.taskingActions).values([20, 23, 24].map((number) => action(number, before(1))));
  await db.insert(schema.taskingActions).values([action(21, sixYears), action(22, null)]);
  await db.insert(schema.taskingEntries).values({
    meetingId: world.id("old meeting 10"),
    number: 1,
    kind: "action",
    words: "Task",
    actionId: world.id("old action 20"),
    key: crypto.randomUUID(),
    at: before(100),
  });

  // The minutes of a meeting that is kept speak of these two, though they were closed before it ended.
  await db.insert(schema.taskingEntries).values({
    meetingId: world.id("old meeting 11"),
    number: 1,
    kind: "action",
    words: "Task",
    actionId: world.id("old action 23"),
    key: crypto.randomUUID(),
    at: before(100),
  });
  await db.insert(schema.taskingCarried).values({
    meetingId: world.id("old meeting 11"),
    actionId: world.id("old action 24"),
    outcome: "done",
    at: before(1),
  });

  await expectTaken({ "tasking-meetings": 1, "tasking-actions": 1 });
  expect(
    await db.$count(schema.taskingEntries, eq(schema.taskingEntries.meetingId, world.id("old meeting 11"))),
  ).toBe(1);
  expect(await db.$count(schema.taskingCarried)).toBe(1);

  const left = await db.select({ id: schema.taskingActions.id }).from(schema.taskingActions);
  const names = left.map(({ id }) => world.nameOf(id));
  for (const number of [21, 22, 23, 24]) expect(names).toContain(`old action ${number}`);
  expect(names).not.toContain("old action 20");
});

test("an agreement goes once no meeting rests on it, and never while it holds", async () => {
  const { db } = database;
  const agreement = (name: string) => ({
    id: world.id(name),
    reference: name,
    title: name,
    purpose: "Joint work",
    gateway: "other" as const,
    dataItems: "Places",
    security: "Marked",
    retention: "Six years",
    dpia: "DPIA 1",
    state: "signed" as const,
    startsOn: "2018-01-01",
    reviewBy: "2018-12-31",
    signedAt: before(700),
    madeAt: before(700),
    changedAt: before(700),
  });
  await db.insert(schema.agreements).values([agreement("old one"), agreement("old one with a door")]);
  await db.insert(schema.taskingAttendances).values({
    meetingId: world.id("old meeting 11"),
    agencyId: world.id("housing"),
    position: "Officer",
    agreementId: world.id("old one with a door"),
  });
  await expectTaken({ agreements: 1 });
  const left = await db.select({ id: schema.agreements.id }).from(schema.agreements);
  expect(left.map(({ id }) => world.nameOf(id)).sort()).toEqual([
    "agreement av",
    "agreement bo",
    "old one with a door",
  ]);
});

test("a closed impact assessment goes after six years, one of a critical incident stays", async () => {
  const { db } = database;
  const assessment = (reference: string, isCritical: boolean, closedAt: Date) => ({
    reference,
    trigger: "incident" as const,
    what: "What",
    communities: "All",
    moodNow: "Calm",
    moodExpected: "Calm",
    tension: "low" as const,
    experienced: "None",
    evidenced: "None",
    potential: "None",
    isProportionate: true,
    proportionality: "Yes",
    communications: "None",
    openedAt: before(100),
    closedAt,
    closingWords: "Over",
    isCritical,
    changedAt: closedAt,
  });
  await db
    .insert(schema.impactAssessments)
    .values([
      assessment("K-1", false, before(1)),
      assessment("K-2", true, before(1)),
      assessment("K-3", false, sixYears),
    ]);
  await expectTaken({ "impact-assessments": 1 });
  expect(
    (await db.select({ reference: schema.impactAssessments.reference }).from(schema.impactAssessments))
      .map(({ reference }) => reference)
      .sort(),
  ).toEqual(["K-2", "K-3"]);
});
