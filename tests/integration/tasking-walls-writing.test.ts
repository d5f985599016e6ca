import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform, type Actor } from "#app/domain/actor.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fillTaskingWorld, today, type TaskingWorld } from "./tasking-world.ts";

// Row-level security alone: no service is asked.
const { taskingActions } = schema;
let database: TestDatabase;
let world: TaskingWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillTaskingWorld(database.db);
});
afterAll(() => database.close());

/** As long as a meeting is called off. */
async function whileOver(name: string, work: () => Promise<unknown>) {
  const set = (changes: Partial<typeof schema.taskingMeetings.$inferInsert>) =>
    database.db
      .update(schema.taskingMeetings)
      .set(changes)
      .where(eq(schema.taskingMeetings.id, world.id(name)));
  await set({ state: "cancelled", cancelledReason: "Snow" });
  try {
    await work();
  } finally {
    await set({ state: "open", cancelledReason: null });
  }
}

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
    expect(await setResult(world.actors.sergeant, "lights of bcu")).toBe(0);
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

  test("whoever was only asked says whether they come, and nothing else of their seat", async () => {
    const { officer } = world.actors;
    const set = (changes: Partial<typeof schema.taskingAttendances.$inferInsert>) =>
      withActor(database.db, officer, (tx) =>
        tx
          .update(schema.taskingAttendances)
          .set(changes)
          .where(eq(schema.taskingAttendances.id, world.id("attendance officer"))),
      );
    await set({ state: "apologies", declaredAt: new Date(), version: 3 });
    const refused = [
      { state: "present" },
      { agencyId: world.id("housing") },
      { position: "Chief executive" },
      { declaredAt: null },
      { agreementId: world.id("agreement av") },
    ] as const;
    for (const changes of refused)
      await expect(set(changes)).rejects.toMatchObject({ cause: { constraint: "tasking_attendances_own" } });
    await withActor(database.db, world.actors.sergeant, (tx) =>
      tx
        .update(schema.taskingAttendances)
        .set({ state: "present" })
        .where(eq(schema.taskingAttendances.id, world.id("attendance officer"))),
    );
    await expect(set({ state: "coming" })).rejects.toMatchObject({
      cause: { constraint: "tasking_attendances_own" },
    });
  });

  test("nobody takes away what was written down, not even who reads and records it", async () => {
    for (const name of ["sergeant", "chair", "chief"] as const) {
      const taken = await withActor(database.db, world.actors[name], async (tx) => [
        await tx.delete(schema.taskingEntries).returning({ number: schema.taskingEntries.number }),
        await tx.delete(schema.taskingAttendances).returning({ id: schema.taskingAttendances.id }),
        await tx.delete(schema.taskingMeetings).returning({ id: schema.taskingMeetings.id }),
        await tx.delete(taskingActions).returning({ id: taskingActions.id }),
        await tx.delete(schema.taskingMembers).returning({ id: schema.taskingMembers.id }),
        await tx.delete(schema.taskingGroupNeighbourhoods).returning({
          id: schema.taskingGroupNeighbourhoods.groupId,
        }),
        await tx.delete(schema.taskingEscalations).returning({ id: schema.taskingEscalations.actionId }),
        await tx.delete(schema.agreementParties).returning({ id: schema.agreementParties.agencyId }),
        await tx.delete(schema.impactReviews).returning({ id: schema.impactReviews.id }),
      ]);
      expect(taken.flat(), name).toEqual([]);
    }
  });

  test("whoever reads a group gives nobody its chair or a seat in it, and takes none away", async () => {
    for (const name of ["sergeant", "chair", "chief"] as const) {
      const actor = world.actors[name];
      const changed = await withActor(database.db, actor, async (tx) => [
        await tx
          .update(schema.taskingGroups)
          .set({ chairId: actor.accountId })
          .returning({ id: schema.taskingGroups.id }),
        await tx
          .update(schema.taskingMembers)
          .set({ leftAt: new Date() })
          .returning({ id: schema.taskingMembers.id }),
      ]);
      expect(changed.flat(), name).toEqual([]);
      await expect(
        withActor(database.db, actor, (tx) =>
          tx.insert(schema.taskingMembers).values({
            groupId: world.id("group av"),
            accountId: world.id("colleague"),
            agencyId: world.id("council"),
            position: "Officer",
            joinedAt: new Date(),
          }),
        ),
        name,
      ).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });

  test("an item goes as long as its meeting goes on, and no longer", async () => {
    const id = world.id("passing item");
    await database.db.insert(schema.taskingItems).values({
      id,
      meetingId: world.id("meeting bo"),
      section: "analysis",
      position: 9,
      title: "An item",
      isStanding: false,
      addedAt: new Date(),
    });
    const take = () =>
      withActor(database.db, world.actors.afar, async (tx) => {
        const ofIt = eq(schema.taskingItems.id, id);
        return (await tx.delete(schema.taskingItems).where(ofIt).returning({ id: schema.taskingItems.id }))
          .length;
      });
    await whileOver("meeting bo", async () => expect(await take()).toBe(0));
    expect(await take()).toBe(1);
  });

  test("whoever was asked to a meeting says nothing more of it once it is over", async () => {
    const set = (changes: Partial<typeof schema.taskingAttendances.$inferInsert>) =>
      withActor(database.db, world.actors.elsewhere, (tx) =>
        tx
          .update(schema.taskingAttendances)
          .set(changes)
          .where(eq(schema.taskingAttendances.id, world.id("attendance elsewhere"))),
      );
    await whileOver("meeting bo", async () => {
      for (const changes of [{ state: "coming" }, { declaredAt: new Date() }, { version: 7 }] as const)
        await expect(set(changes)).rejects.toMatchObject({
          cause: { constraint: "tasking_attendances_own" },
        });
    });
    await set({ state: "coming", declaredAt: new Date() });
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
  expect(counts).toEqual([3, 11, 3]);
});

test("keys, warnings and escalations are the police's own, and the platform alone says who was told", async () => {
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
  await withActor(db, world.actors.sergeant, async (tx) => {
    expect(await tx.$count(schema.taskingEscalations)).toBe(1);
    const told = schema.taskingEscalations;
    expect(await tx.update(told).set({ rung: 2 }).returning({ rung: told.rung })).toEqual([]);
    expect(await tx.delete(told).returning({ rung: told.rung })).toEqual([]);
  });
});

test("everybody reads a public line, and neither a partner nor an officer writes one past the decision", async () => {
  const { db } = database;
  for (const name of ["officer", "sergeant"] as const)
    await expect(
      withActor(db, world.actors[name], (tx) =>
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
