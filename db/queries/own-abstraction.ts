import { and, asc, eq, gt, gte, lt, sql } from "drizzle-orm";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import { duties } from "#db/schema/duty.ts";
import { posts } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import type { KeptDuty } from "./duty-confirm.ts";
import { isPostHeld } from "./post-reach.ts";

// A month of one officer; only bounds.
const mostRows = 400;
const longestDutyHours = 36;

/** The duties within a span of the posts that an account held as they began. */
export const listOwnDuties = (
  db: Db,
  accountId: string,
  { from, to }: Span,
): Promise<(KeptDuty & { post: string })[]> =>
  db
    .select({
      id: duties.id,
      postId: duties.postId,
      post: posts.reference,
      startsAt: duties.startsAt,
      endsAt: duties.endsAt,
      confirmedAs: duties.confirmedAs,
    })
    .from(duties)
    .innerJoin(posts, eq(posts.id, duties.postId))
    .where(
      and(
        lt(duties.startsAt, to),
        gt(duties.endsAt, from),
        gte(duties.startsAt, hoursAfter(from, -longestDutyHours)),
        isPostHeld(db, accountId, sql`${duties.postId}`, sql`${duties.startsAt}`),
      ),
    )
    .orderBy(asc(duties.startsAt))
    .limit(mostRows);

/** One version of an entry as its officer reads it. */
export interface OwnVersion {
  id: string;
  version: number;
  isLatest: boolean;
  isWithdrawn: boolean;
  postId: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
  /** Who asked and who allowed it: units and roles. */
  requesterUnit: string | null;
  requesterRole: string | null;
  authoriserRole: string | null;
  reason: string | null;
  notDone: string | null;
  changeReason: string | null;
  enteredAt: Date;
}

/** Every version of the entries that now stand (or stood, if withdrawn) within a span, of posts that an account held then. */
export const listOwnVersions = (db: Db, accountId: string, { from, to }: Span): Promise<OwnVersion[]> =>
  db
    .select({
      id: abstractionEntries.id,
      version: abstractionEntries.version,
      isLatest: abstractionEntries.isLatest,
      isWithdrawn: abstractionEntries.isWithdrawn,
      postId: abstractionEntries.postId,
      startsAt: abstractionEntries.startsAt,
      endsAt: abstractionEntries.endsAt,
      code: abstractionEntries.code,
      requesterUnit: abstractionEntries.requesterUnit,
      requesterRole: abstractionEntries.requesterRole,
      authoriserRole: abstractionEntries.authoriserRole,
      reason: abstractionEntries.reason,
      notDone: abstractionEntries.notDone,
      changeReason: abstractionEntries.changeReason,
      enteredAt: abstractionEntries.enteredAt,
    })
    .from(abstractionEntries)
    .where(
      sql`${abstractionEntries.id} in (select now.id from ${abstractionEntries} now
        where now.is_latest and now.starts_at < ${to.toISOString()}::timestamptz
          and now.ends_at > ${from.toISOString()}::timestamptz
          and ${isPostHeld(db, accountId, sql`now.post_id`, sql`now.starts_at`)})`,
    )
    .orderBy(asc(abstractionEntries.startsAt), asc(abstractionEntries.id), asc(abstractionEntries.version))
    .limit(mostRows);
