import { and, count, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Scope } from "#app/domain/actor.ts";
import { concerns, diversions } from "#db/schema/concern.ts";
import { threadHandOffs, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";
import { heldOf } from "./concern-urgent.ts";

const withAlarm = (alarmAt: PgColumn, now: Date) => ({
  waiting: count(),
  late: sql<number>`(count(*) filter (where ${alarmAt} <= ${now.toISOString()}::timestamptz))::int`,
});

/** How many concerns and messages wait for the contact centre, and of how many the alarm is due. */
export async function countUrgent(
  db: Db,
  scope: Scope,
  now: Date,
): Promise<{ waiting: number; late: number }> {
  const within = (column: PgColumn): SQL | undefined =>
    scope.isForce ? undefined : inArray(column, [...scope.neighbourhoodIds]);
  const handOffs = await db
    .select(withAlarm(diversions.alarmAt, now))
    .from(diversions)
    .innerJoin(concerns, eq(concerns.id, diversions.concernId))
    .where(and(isNull(diversions.acknowledgedAt), within(concerns.neighbourhoodId)));
  const messages = await db
    .select(withAlarm(threadHandOffs.alarmAt, now))
    .from(threadHandOffs)
    .innerJoin(threads, eq(threads.id, threadHandOffs.threadId))
    .where(and(isNull(threadHandOffs.acknowledgedAt), within(threads.neighbourhoodId)));
  const held = await db.select({ waiting: count() }).from(concerns).where(heldOf(db, scope));
  const found = [...handOffs, ...messages];
  return {
    waiting: [...found, ...held].reduce((sum, { waiting }) => sum + waiting, 0),
    late: found.reduce((sum, { late }) => sum + late, 0),
  };
}
