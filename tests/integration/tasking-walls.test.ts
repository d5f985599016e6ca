import { eq, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform, type Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { addDays } from "#app/domain/team/day.ts";
import { readsAction, readsGroup, readsMeeting } from "#db/queries/tasking-scope.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fillTaskingWorld, today, type TaskingWorld } from "./tasking-world.ts";

let database: TestDatabase;
let world: TaskingWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillTaskingWorld(database.db);
});
afterAll(() => database.close());

type ActorName = keyof TaskingWorld["actors"];

// Each wall is asked by itself: the database with no condition at all, and the queries' own scope as the owner of the
// tables, whom row-level security does not hold.

const byDatabase = async (actor: Actor, table: PgTable, column: SQL): Promise<string[]> =>
  withActor(database.db, actor, async (tx) =>
    rowsOf<{ id: string }>(await tx.execute(sql`select ${column}::text as id from ${table}`))
      .map(({ id }) => world.nameOf(id))
      .sort(),
  );

const { taskingGroups, taskingMeetings, taskingActions } = schema;
const byScope = {
  groups: (actor: Actor) =>
    database.db
      .select({ id: taskingGroups.id })
      .from(taskingGroups)
      .where(readsGroup(database.db, taskingReaderOf(actor), today)),
  meetings: (actor: Actor) =>
    database.db
      .select({ id: taskingMeetings.id })
      .from(taskingMeetings)
      .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
      .where(readsMeeting(database.db, taskingReaderOf(actor), today)),
  actions: (actor: Actor) =>
    database.db
      .select({ id: taskingActions.id })
      .from(taskingActions)
      .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
      .where(readsAction(database.db, taskingReaderOf(actor), today)),
};
const named = (rows: readonly { id: string }[]) => rows.map(({ id }) => world.nameOf(id)).sort();

const av = ["council before", "council in meeting", "housing before", "housing in meeting"];
const bo = ["council of bo", "other in meeting"];

// "council of bo" was given to the council by a group whose agreement it is no party to: it stays shut to it.
const expected: readonly [ActorName, meetings: readonly string[], actions: readonly string[]][] = [
  ["officer", ["meeting av"], ["council before", "council in meeting", "housing in meeting"]],
  ["colleague", [], ["council before", "council in meeting"]],
  ["key", [], ["council before", "council in meeting"]],
  ["tenancy", ["meeting av"], ["council in meeting", "housing before", "housing in meeting"]],
  ["gone", [], ["housing before", "housing in meeting"]],
  ["elsewhere", ["meeting bo"], ["other in meeting"]],
  ["changed", [], ["other in meeting"]],
  ["ended", [], []],
  ["chair", ["meeting av"], av],
  ["sergeant", ["meeting av"], av],
  ["afar", ["meeting bo"], bo],
  ["guest", ["meeting av"], ["council in meeting", "housing in meeting"]],
  ["chief", ["meeting av", "meeting bo", "meeting top"], [...av, ...bo, "police of top"].sort()],
  ["resident", [], []],
  ["visitor", [], []],
];

describe.each(expected)("%s", (name, meetings, actions) => {
  const actor = () => world.actors[name];

  test("reads by the database alone what is theirs", async () => {
    expect(await byDatabase(actor(), taskingMeetings, sql`id`)).toEqual(meetings);
    expect(await byDatabase(actor(), taskingActions, sql`id`)).toEqual(actions);
  });

  test("reads by the queries alone the same", async () => {
    expect(named(await byScope.meetings(actor()))).toEqual(meetings);
    expect(named(await byScope.actions(actor()))).toEqual(actions);
  });

  test("reads what hangs on a meeting or an action with it, and nothing else of it", async () => {
    const hanging: readonly [PgTable, SQL, readonly string[]][] = [
      [schema.taskingItems, sql`meeting_id`, meetings],
      [schema.taskingAttendances, sql`meeting_id`, meetings],
      [schema.taskingEntries, sql`meeting_id`, meetings],
      [schema.taskingActionEvents, sql`action_id`, actions],
    ];
    for (const [table, column, allowed] of hanging) {
      const found = new Set(await byDatabase(actor(), table, column));
      expect([...found].filter((one) => !allowed.includes(one))).toEqual([]);
    }
  });

  test("counts no more than that", async () => {
    const [counted] = await withActor(database.db, actor(), (tx) =>
      tx.select({ found: sql<number>`count(*)::int` }).from(taskingActions),
    );
    expect(counted?.found).toBe(actions.length);
  });
});

const readsNothing = async (db: Db, actor: Actor) => {
  const seen = await withActor(db, actor, async (tx) => [
    await tx.$count(taskingMeetings),
    await tx.$count(taskingActions),
    await tx.$count(schema.taskingEntries),
    await tx.$count(schema.taskingItems),
    await tx.$count(schema.taskingActionEvents),
  ]);
  expect(seen).toEqual([0, 0, 0, 0, 0]);
  expect(named(await byScope.meetings(actor))).toEqual([]);
  expect(named(await byScope.actions(actor))).toEqual([]);
};

describe("the same minute that it lapses, an agreement opens nothing", () => {
  const lapses: readonly [string, SQL, SQL][] = [
    [
      "it was to be reviewed yesterday",
      sql`update agreements set review_by = ${addDays(today, -1)}::date where reference = 'agreement av'`,
      sql`update agreements set review_by = ${addDays(today, 100)}::date where reference = 'agreement av'`,
    ],
    [
      "it is terminated",
      sql`update agreements set state = 'terminated', terminated_at = now(), terminated_reason = 'Over' where reference = 'agreement av'`,
      sql`update agreements set state = 'signed', terminated_at = null, terminated_reason = null where reference = 'agreement av'`,
    ],
    [
      "it begins tomorrow",
      sql`update agreements set starts_on = ${addDays(today, 1)}::date where reference = 'agreement av'`,
      sql`update agreements set starts_on = ${addDays(today, -100)}::date where reference = 'agreement av'`,
    ],
    [
      "the agency left it",
      sql`update agreement_parties set left_at = now() where agency_id in (select id from agencies where code = 'council')`,
      sql`update agreement_parties set left_at = null`,
    ],
    [
      "the agency has not signed",
      sql`update agreement_parties set signed_on = null, signatory = null where agency_id in (select id from agencies where code = 'council')`,
      sql`update agreement_parties set signed_on = current_date - 100, signatory = 'Somebody' where signed_on is null`,
    ],
  ];

  test.each(lapses)("%s", async (_, lapse, mend) => {
    const { db } = database;
    await db.execute(lapse);
    try {
      for (const name of ["officer", "colleague", "key", "chair"] as const)
        await readsNothing(db, world.actors[name]);
      // The police go on.
      expect(await byDatabase(world.actors.sergeant, taskingMeetings, sql`id`)).toEqual(["meeting av"]);
    } finally {
      await db.execute(mend);
    }
    expect(await byDatabase(world.actors.officer, taskingMeetings, sql`id`)).toEqual(["meeting av"]);
  });
});

describe("writing", () => {
  const setResult = (actor: Actor, name: string) =>
    withActor(database.db, actor, async (tx) => {
      const changed = await tx
        .update(taskingActions)
        .set({ position: "Changed" })
        .where(eq(taskingActions.id, world.id(name)))
        .returning({ id: taskingActions.id });
      return changed.length;
    });

  test("an agency changes its own actions and nobody else's, not even those it sees", async () => {
    expect(await setResult(world.actors.officer, "council before")).toBe(1);
    expect(await setResult(world.actors.officer, "housing in meeting")).toBe(0);
    expect(await setResult(world.actors.officer, "council of bo")).toBe(0);
    expect(await setResult(world.actors.guest, "council in meeting")).toBe(0);
    expect(await setResult(world.actors.visitor, "council in meeting")).toBe(0);
  });

  test("an agency hands its action to no other", async () => {
    await expect(
      withActor(database.db, world.actors.officer, (tx) =>
        tx
          .update(taskingActions)
          .set({ agencyId: world.id("housing") })
          .where(eq(taskingActions.id, world.id("council before"))),
      ),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a partner answers their own invitation and no other", async () => {
    const answer = (name: string) =>
      withActor(database.db, world.actors.officer, async (tx) => {
        const changed = await tx
          .update(schema.taskingAttendances)
          .set({ state: "coming" })
          .where(eq(schema.taskingAttendances.id, world.id(name)))
          .returning({ id: schema.taskingAttendances.id });
        return changed.length;
      });
    expect(await answer("attendance officer")).toBe(1);
    expect(await answer("attendance tenancy")).toBe(0);
  });

  test("a partner writes no entry, gives no action, calls no meeting", async () => {
    const { officer } = world.actors;
    const meetingId = world.id("meeting av");
    const attempts: ((tx: Db) => Promise<unknown>)[] = [
      (tx) =>
        tx.insert(schema.taskingEntries).values({
          meetingId,
          number: 99,
          kind: "note",
          words: "Words",
          key: crypto.randomUUID(),
          at: new Date(),
        }),
      (tx) =>
        tx.insert(taskingActions).values({
          groupId: world.id("group av"),
          number: 99,
          kind: "youth",
          task: "Task",
          agencyId: world.id("housing"),
          position: "Officer",
          dueOn: today,
          givenAt: new Date(),
          changedAt: new Date(),
        }),
      (tx) =>
        tx.insert(schema.taskingAttendances).values({
          meetingId: world.id("meeting bo"),
          accountId: officer.accountId,
          agencyId: world.id("council"),
          position: "Officer",
        }),
      (tx) =>
        tx.insert(schema.agreementParties).values({
          agreementId: world.id("agreement bo"),
          agencyId: world.id("council"),
        }),
    ];
    for (const attempt of attempts)
      await expect(withActor(database.db, officer, attempt)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });
});

test("going on as the platform lasts as long as it says, and the actor's wall stands again after it", async () => {
  const counts = await withActor(database.db, world.actors.officer, async (tx) => [
    await tx.$count(taskingActions),
    await asPlatform(tx, () => tx.$count(taskingActions)),
    await tx.$count(taskingActions),
  ]);
  expect(counts).toEqual([3, 7, 3]);
});

test("keys, warnings and escalations are the police's own", async () => {
  const { db } = database;
  await withActor(db, platform(), async (tx) => {
    await tx.insert(schema.agencyKeys).values({
      agencyId: world.id("council"),
      name: "Works system",
      hash: "0".repeat(64),
      madeAt: new Date(),
      endsOn: addDays(today, 30),
    });
    await tx
      .insert(schema.taskingEscalations)
      .values({ actionId: world.id("council before"), dueOn: today, rung: 1, at: new Date() });
  });
  for (const name of ["officer", "key", "chair", "resident", "visitor"] as const) {
    const seen = await withActor(db, world.actors[name], async (tx) => [
      await tx.$count(schema.agencyKeys),
      await tx.$count(schema.agreementWarnings),
      await tx.$count(schema.taskingEscalations),
    ]);
    expect(seen).toEqual([0, 0, 0]);
  }
});

test("everybody reads a public line, and a partner writes none", async () => {
  const { db } = database;
  await expect(
    withActor(db, world.actors.officer, (tx) =>
      tx.insert(schema.taskingPublicLines).values({
        actionId: world.id("council before"),
        priorityId: crypto.randomUUID(),
        agencyId: world.id("council"),
        line: "Done",
        doneOn: today,
        publishedAt: new Date(),
      }),
    ),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
