import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { staffNotices } from "#db/schema/following.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

/** Urgent priorities that the panel has not confirmed by their day. */
export const lapsedUrgent = (db: Db, today: Day, limit: number) =>
  db
    .select({ id: priorities.id, neighbourhoodId: priorities.neighbourhoodId })
    .from(priorities)
    .where(
      and(
        eq(priorities.origin, "snt-urgent"),
        inArray(priorities.state, ["adopted", "in-progress"]),
        isNull(priorities.confirmedAt),
        lte(priorities.lapsesOn, today),
      ),
    )
    .orderBy(asc(priorities.lapsesOn), asc(priorities.id))
    .limit(limit);

/**
 * Priorities that wait too long for the inspector or the BCU commander, of which nobody was told since they came into
 * their state. `noticePath` is the address that notices about a priority lead to, without its reference.
 */
export const overdueAnswers = (
  db: Db,
  { today, acceptBefore, noticePath }: { today: Day; acceptBefore: Date; noticePath: string },
  limit: number,
) => {
  const since = sql`(select max(${priorityEvents.at}) from ${priorityEvents}
    where ${priorityEvents.priorityId} = ${priorities.id} and ${priorityEvents.to} = ${priorities.state})`;
  const isTold = sql`exists (select from ${staffNotices} where ${staffNotices.kind} = 'late'
    and ${staffNotices.path} = ${noticePath} || ${priorities.reference} and ${staffNotices.at} >= ${since})`;
  return db
    .select({
      reference: priorities.reference,
      neighbourhoodId: priorities.neighbourhoodId,
      state: priorities.state,
    })
    .from(priorities)
    .where(
      and(
        or(
          and(eq(priorities.state, "adopted"), sql`${since} < ${acceptBefore.toISOString()}::timestamptz`),
          and(
            eq(priorities.state, "declined-by-force"),
            isNull(priorities.reviewedAt),
            lt(priorities.reviewDueOn, today),
          ),
        ),
        sql`not ${isTold}`,
      ),
    )
    .orderBy(asc(priorities.changedAt), asc(priorities.id))
    .limit(limit);
};
