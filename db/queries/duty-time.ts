import { and, asc, desc, eq, gt, inArray, lt, lte } from "drizzle-orm";
import type { Span } from "#app/domain/abstraction/month.ts";
import type { Confirmation } from "#app/domain/abstraction/words.ts";
import { duties } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";

export type Duty = typeof duties.$inferSelect;

const longestDutyMs = 36 * 3_600_000;
/** More than a list of posts has on a day or two; only bounds. */
const mostDuties = 2_000;

const touches = ({ from, to }: Span) =>
  and(
    lt(duties.startsAt, to),
    gt(duties.endsAt, from),
    // No duty is longer: the index by beginning finds them all.
    gt(duties.startsAt, new Date(from.getTime() - longestDutyMs)),
  );

/** The duties of posts in a stretch of time, wholly or in part, by their beginning. */
export const dutiesWithin = (db: Db, postIds: readonly string[], span: Span): Promise<Duty[]> =>
  postIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(duties)
        .where(and(inArray(duties.postId, [...postIds]), touches(span)))
        .orderBy(asc(duties.startsAt), asc(duties.id))
        .limit(mostDuties);

/** The same of one post, held until the transaction ends. */
export const lockDutiesWithin = (tx: Db, postId: string, span: Span): Promise<Duty[]> =>
  tx
    .select()
    .from(duties)
    .where(and(eq(duties.postId, postId), touches(span)))
    .orderBy(asc(duties.startsAt))
    .for("update");

/** The duty that a post is on, or was on last, or is about to begin, between two moments. */
export async function latestDuty(db: Db, postId: string, { from, to }: Span): Promise<Duty | null> {
  const [duty] = await db
    .select()
    .from(duties)
    .where(and(eq(duties.postId, postId), lte(duties.startsAt, to), gt(duties.endsAt, from)))
    .orderBy(desc(duties.startsAt))
    .limit(1);
  return duty ?? null;
}

/** Says anew what duties that are confirmed hold: something was logged in them, or nothing. Who confirmed them stays. */
export async function accountAnew(tx: Db, ids: readonly string[], confirmedAs: Confirmation): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(duties)
    .set({ confirmedAs })
    .where(inArray(duties.id, [...ids]));
}
