import { and, asc, eq, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import { waitingStates } from "#app/domain/concern/states.ts";
import type { Scope } from "#app/domain/actor.ts";
import { concerns, diversions } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

const inScope = ({ isForce, neighbourhoodIds }: Scope) =>
  isForce ? undefined : inArray(concerns.neighbourhoodId, [...neighbourhoodIds]);

// No text of a resident's is among them.
const columns = {
  id: concerns.id,
  reference: concerns.reference,
  neighbourhoodId: concerns.neighbourhoodId,
  category: concerns.category,
  state: concerns.state,
  flags: concerns.flags,
  raisedAt: concerns.raisedAt,
};

/** What was handed over and nobody has acknowledged, the alarm that goes first at the head. */
export const listHandOffs = (db: Db, scope: Scope, limit: number) =>
  db
    .select({
      ...columns,
      route: diversions.route,
      alarmAt: diversions.alarmAt,
      alarmedAt: diversions.alarmedAt,
      divertedBy: diversions.divertedBy,
    })
    .from(diversions)
    .innerJoin(concerns, eq(concerns.id, diversions.concernId))
    .where(and(isNull(diversions.acknowledgedAt), inScope(scope)))
    .orderBy(asc(diversions.alarmAt), asc(diversions.concernId))
    .limit(limit);

const isWaiting = sql`${concerns.state} in (${sql.raw(waitingStates.map((state) => `'${state}'`).join(", "))})`;

/** That detection held a concern as urgent and nobody has handed it over yet. */
export const heldOf = (db: Db, scope: Scope) =>
  and(
    isWaiting,
    eq(concerns.isUrgent, true),
    inScope(scope),
    notExists(
      db.select({ id: diversions.concernId }).from(diversions).where(eq(diversions.concernId, concerns.id)),
    ),
  );

/** What is held so, the longest waiting first. */
export const listHeld = (db: Db, scope: Scope, limit: number) =>
  db
    .select(columns)
    .from(concerns)
    .where(heldOf(db, scope))
    .orderBy(asc(concerns.triageDueAt), asc(concerns.raisedAt), asc(concerns.id))
    .limit(limit);

/** Of what waits too long, some: those whose alarm has not gone yet. */
export const listDueAlarms = (db: Db, now: Date, limit: number) =>
  db
    .select({ concernId: diversions.concernId })
    .from(diversions)
    .where(and(isNull(diversions.acknowledgedAt), isNull(diversions.alarmedAt), lte(diversions.alarmAt, now)))
    .orderBy(asc(diversions.alarmAt), asc(diversions.concernId))
    .limit(limit);

/** Notes that the alarm went; null where it went before, or where somebody was quicker to acknowledge. */
export async function raiseAlarm(tx: Db, concernId: string, now: Date) {
  const [raised] = await tx
    .update(diversions)
    .set({ alarmedAt: now })
    .where(
      and(
        eq(diversions.concernId, concernId),
        isNull(diversions.acknowledgedAt),
        isNull(diversions.alarmedAt),
      ),
    )
    .returning({ concernId: diversions.concernId });
  if (raised === undefined) return null;
  const [concern] = await tx
    .select({ reference: concerns.reference, neighbourhoodId: concerns.neighbourhoodId })
    .from(concerns)
    .where(eq(concerns.id, concernId));
  return concern ?? null;
}
