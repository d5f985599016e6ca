import { eq, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { addDays } from "#app/domain/team/day.ts";
import { findTaskingAction } from "#db/queries/tasking-action.ts";
import { readsAction, readsGroup, readsMeeting } from "#db/queries/tasking-scope.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
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

const av = ["council before", "council in meeting", "housing before", "housing in meeting", "roads of av"];
const bo = ["council of bo", "other in meeting"];
/** Of groups that the police of "av" do not read, for a priority of theirs. */
const forPriority = ["lights of bcu", "patrol of top"];

// Of "span", a local group of both areas, an area of one of them is enough for the police, and not for a partner; of "bcu",
// a tactical group, for nobody; but whoever answers for a priority reads what any group gave for it.
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
  ["countyChair", ["meeting av"], av],
  ["sergeant", ["meeting av", "meeting span"], [...av, ...forPriority].sort()],
  ["afar", ["meeting bo", "meeting span"], bo],
  [
    "commander",
    ["meeting av", "meeting bcu", "meeting bo", "meeting span"],
    [...av, ...bo, ...forPriority, "council of bcu"].sort(),
  ],
  ["roads", [], ["roads of av"]],
  ["guest", ["meeting av"], ["council in meeting", "housing in meeting"]],
  [
    "chief",
    ["meeting av", "meeting bcu", "meeting bo", "meeting span", "meeting top"],
    [...av, ...bo, ...forPriority, "council of bcu", "police of top"].sort(),
  ],
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

test("whoever has an action finds it with the group that gave it, wherever they work", async () => {
  const { roads } = world.actors;
  const held = await withActor(database.db, roads, (tx) =>
    findTaskingAction(tx, taskingReaderOf(roads), world.id("roads of av"), today),
  );
  expect(held?.group.code).toBe("av");
});

test("a tactical action on a priority is found with its group by the police of that priority alone", async () => {
  const codeFor = async (actor: Actor) => {
    const held = await withActor(database.db, actor, (tx) =>
      findTaskingAction(tx, taskingReaderOf(actor), world.id("lights of bcu"), today),
    );
    return held?.group.code ?? null;
  };
  const { sergeant, afar, chair, officer } = world.actors;
  expect(await Promise.all([sergeant, afar, chair, officer].map(codeFor))).toEqual(["bcu", null, null, null]);
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
      const ofSergeant = await byDatabase(world.actors.sergeant, taskingMeetings, sql`id`);
      expect(ofSergeant).toEqual(["meeting av", "meeting span"]);
    } finally {
      await db.execute(mend);
    }
    expect(await byDatabase(world.actors.officer, taskingMeetings, sql`id`)).toEqual(["meeting av"]);
  });
});
