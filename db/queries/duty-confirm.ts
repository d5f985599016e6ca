import { and, asc, count, eq, gte, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { lateBefore } from "#app/domain/abstraction/confirmation.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import type { Confirmation } from "#app/domain/abstraction/words.ts";
import type { Scope } from "#app/domain/actor.ts";
import { duties } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { isPostReached } from "./post-reach.ts";

/** A duty, as whoever accounts for it knows it. */
export interface KeptDuty {
  id: string;
  postId: string;
  startsAt: Date;
  endsAt: Date;
  confirmedAs: Confirmation | null;
}

const columns = {
  id: duties.id,
  postId: duties.postId,
  startsAt: duties.startsAt,
  endsAt: duties.endsAt,
  confirmedAs: duties.confirmedAs,
};

const isReached = (db: Db, scope: Scope) => isPostReached(db, scope, sql`${duties.postId}`);

/** Ended and nobody has accounted for it, in this scope. */
const isWaiting = (db: Db, scope: Scope, now: Date) =>
  and(isNull(duties.confirmedAt), lte(duties.endsAt, now), isReached(db, scope));

/** The duties that wait to be confirmed, begun within a span where one is given, whichever ended first. */
export const listDutiesToConfirm = (
  db: Db,
  scope: Scope,
  { now, begun, limit }: { now: Date; begun: Span | null; limit: number },
): Promise<KeptDuty[]> =>
  db
    .select(columns)
    .from(duties)
    .where(
      and(
        isWaiting(db, scope, now),
        begun === null ? undefined : and(gte(duties.startsAt, begun.from), lt(duties.startsAt, begun.to)),
      ),
    )
    .orderBy(asc(duties.endsAt), asc(duties.id))
    .limit(limit);

/** How many wait to be confirmed, and how many of them are late. */
export async function countDutiesToConfirm(
  db: Db,
  scope: Scope,
  now: Date,
): Promise<{ waiting: number; late: number }> {
  const [found] = await db
    .select({
      waiting: count(),
      late: sql<number>`(count(*) filter (where ${duties.endsAt} < ${lateBefore(now).toISOString()}::timestamptz))::int`,
    })
    .from(duties)
    .where(isWaiting(db, scope, now));
  return found ?? { waiting: 0, late: 0 };
}

const mostWeeks = 120;

/** The weeks (by their Monday in London) in which duties that wait to be confirmed began, and how many, the first first. */
export const weeksToConfirm = (db: Db, scope: Scope, now: Date): Promise<{ week: string; waiting: number }[]> => {
  const week = sql<string>`date_trunc('week', ${duties.startsAt} at time zone 'Europe/London')::date::text`;
  return db
    .select({ week, waiting: count() })
    .from(duties)
    .where(isWaiting(db, scope, now))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .limit(mostWeeks);
};

/** Duties by id, of this scope alone: as they stand, whoever confirmed them. */
export const findDuties = (db: Db, scope: Scope, ids: readonly string[]): Promise<KeptDuty[]> =>
  db
    .select(columns)
    .from(duties)
    .where(and(inArray(duties.id, [...ids]), isReached(db, scope)))
    .orderBy(asc(duties.id))
    .limit(ids.length);

/** The same, each held until the transaction ends. */
export const lockDuties = (tx: Db, scope: Scope, ids: readonly string[]): Promise<KeptDuty[]> =>
  tx
    .select(columns)
    .from(duties)
    .where(and(inArray(duties.id, [...ids]), isReached(tx, scope)))
    .orderBy(asc(duties.id))
    .limit(ids.length)
    .for("update");

/** Duties of posts that began within a span, by post and time. */
export const listDutiesOf = (
  db: Db,
  postIds: readonly string[],
  { from, to }: Span,
  limit: number,
): Promise<KeptDuty[]> =>
  db
    .select(columns)
    .from(duties)
    .where(and(inArray(duties.postId, [...postIds]), gte(duties.startsAt, from), lt(duties.startsAt, to)))
    .orderBy(asc(duties.postId), asc(duties.startsAt))
    .limit(limit);

/** A duty that is accounted for. */
export interface Confirmed {
  id: string;
  as: Confirmation;
  isInTime: boolean;
}

/** Writes that duties are accounted for, all in one statement. */
export async function confirmDutyRows(
  tx: Db,
  confirmed: readonly Confirmed[],
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  if (confirmed.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(confirmed)}::jsonb) as told(id uuid, "as" text, "isInTime" boolean)`;
  await tx
    .update(duties)
    .set({
      confirmedAs: sql`told."as"::duty_confirmation`,
      isConfirmedInTime: sql`told."isInTime"`,
      confirmedAt: at,
      confirmedBy: by,
    })
    .from(rows)
    .where(eq(duties.id, sql`told.id`));
}
