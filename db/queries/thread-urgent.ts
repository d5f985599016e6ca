import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { threadHandOffs, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";

/** Hands a message to the contact centre. */
export async function insertThreadHandOff(
  tx: Db,
  handOff: Pick<typeof threadHandOffs.$inferInsert, "threadId" | "route" | "handedAt" | "alarmAt">,
): Promise<void> {
  await tx.insert(threadHandOffs).values(handOff);
}

/** Messages that were handed over and nobody has acknowledged, the alarm that goes first at the head. */
export const listThreadHandOffs = (db: Db, { isForce, neighbourhoodIds }: Scope, limit: number) =>
  db
    .select({
      id: threadHandOffs.id,
      threadId: threads.id,
      reference: threads.reference,
      neighbourhoodId: threads.neighbourhoodId,
      route: threadHandOffs.route,
      alarmAt: threadHandOffs.alarmAt,
      alarmedAt: threadHandOffs.alarmedAt,
    })
    .from(threadHandOffs)
    .innerJoin(threads, eq(threads.id, threadHandOffs.threadId))
    .where(
      and(
        isNull(threadHandOffs.acknowledgedAt),
        isForce ? undefined : inArray(threads.neighbourhoodId, [...neighbourhoodIds]),
      ),
    )
    .orderBy(asc(threadHandOffs.alarmAt), asc(threadHandOffs.id))
    .limit(limit);

/** Which message a hand-off is of; null where there is none, or none that the actor may see. */
export async function findThreadHandOff(db: Db, id: string) {
  const [found] = await db
    .select({ threadId: threads.id, reference: threads.reference, neighbourhoodId: threads.neighbourhoodId })
    .from(threadHandOffs)
    .innerJoin(threads, eq(threads.id, threadHandOffs.threadId))
    .where(eq(threadHandOffs.id, id));
  return found ?? null;
}

/** Notes that the other service has it; false where nothing waits for that. */
export async function acknowledgeThreadHandOff(
  tx: Db,
  id: string,
  by: { acknowledgedAt: Date; acknowledgedBy: string; forceReference: string },
): Promise<boolean> {
  const done = await tx
    .update(threadHandOffs)
    .set(by)
    .where(and(eq(threadHandOffs.id, id), isNull(threadHandOffs.acknowledgedAt)))
    .returning({ id: threadHandOffs.id });
  return done.length > 0;
}

const isSilent = and(isNull(threadHandOffs.acknowledgedAt), isNull(threadHandOffs.alarmedAt));

/** Of what waits too long, some: those whose alarm has not gone yet. */
export const listDueThreadAlarms = (db: Db, now: Date, limit: number) =>
  db
    .select({ id: threadHandOffs.id })
    .from(threadHandOffs)
    .where(and(isSilent, lte(threadHandOffs.alarmAt, now)))
    .orderBy(asc(threadHandOffs.alarmAt), asc(threadHandOffs.id))
    .limit(limit);

/** Notes that the alarm went; null where it went before, or where somebody was quicker to acknowledge. */
export async function raiseThreadAlarm(tx: Db, id: string, now: Date) {
  const raised = await tx
    .update(threadHandOffs)
    .set({ alarmedAt: now })
    .where(and(eq(threadHandOffs.id, id), isSilent))
    .returning({ id: threadHandOffs.id });
  return raised.length === 0 ? null : findThreadHandOff(tx, id);
}
