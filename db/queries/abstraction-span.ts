import { and, asc, eq, gt, gte, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

/** An entry as it stands, as far as a list of them shows it. */
export interface SpanEntry {
  id: string;
  postId: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
}

// As long as a duty may be; what is longer has an index of its own.
const longestHours = 36;

const isStanding = and(eq(abstractionEntries.isLatest, true), eq(abstractionEntries.isWithdrawn, false));

const reachesInto = ({ from, to }: Span) =>
  and(
    lt(abstractionEntries.startsAt, to),
    gt(abstractionEntries.endsAt, from),
    or(
      gte(abstractionEntries.startsAt, hoursAfter(from, -longestHours)),
      sql`${abstractionEntries.endsAt} - ${abstractionEntries.startsAt} > interval '36 hours'`,
    ),
  );

/** What posts were used for within a span, by post and time. Not who asked, nor why. */
export const listEntriesOf = (
  db: Db,
  postIds: readonly string[],
  span: Span,
  limit: number,
): Promise<SpanEntry[]> =>
  db
    .select({
      id: abstractionEntries.id,
      postId: abstractionEntries.postId,
      startsAt: abstractionEntries.startsAt,
      endsAt: abstractionEntries.endsAt,
      code: abstractionEntries.code,
    })
    .from(abstractionEntries)
    .where(and(isStanding, inArray(abstractionEntries.postId, [...postIds]), reachesInto(span)))
    .orderBy(asc(abstractionEntries.postId), asc(abstractionEntries.startsAt), asc(abstractionEntries.id))
    .limit(limit);

/** What did not happen because of entries of posts within a span, with the priority that went without, by time. */
export const listNotDone = (db: Db, postIds: readonly string[], span: Span, limit: number) =>
  db
    .select({
      id: abstractionEntries.id,
      postId: abstractionEntries.postId,
      startsAt: abstractionEntries.startsAt,
      code: abstractionEntries.code,
      notDone: sql<string>`${abstractionEntries.notDone}`,
      reference: priorities.reference,
      title: priorities.title,
    })
    .from(abstractionEntries)
    .leftJoin(priorities, eq(priorities.id, abstractionEntries.priorityId))
    .where(
      and(
        isStanding,
        isNotNull(abstractionEntries.notDone),
        inArray(abstractionEntries.postId, [...postIds]),
        reachesInto(span),
      ),
    )
    .orderBy(asc(abstractionEntries.startsAt), asc(abstractionEntries.id))
    .limit(limit);
