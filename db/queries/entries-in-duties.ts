import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Code } from "#app/domain/abstraction/codes.ts";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import { duties } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";

/** An entry as it stands in a duty. */
export interface EntryInDuty {
  dutyId: string;
  id: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
}

/** What was logged in duties: each entry with the duty that it lies in, by time. Its officers' is the reader's to be. */
export const listEntriesInDuties = (
  db: Db,
  dutyIds: readonly string[],
  limit: number,
): Promise<EntryInDuty[]> =>
  db
    .select({
      dutyId: duties.id,
      id: abstractionEntries.id,
      startsAt: abstractionEntries.startsAt,
      endsAt: abstractionEntries.endsAt,
      code: abstractionEntries.code,
    })
    .from(duties)
    .innerJoin(
      abstractionEntries,
      and(
        eq(abstractionEntries.isLatest, true),
        eq(abstractionEntries.isWithdrawn, false),
        eq(abstractionEntries.postId, duties.postId),
        lt(abstractionEntries.startsAt, duties.endsAt),
        gt(abstractionEntries.endsAt, duties.startsAt),
      ),
    )
    .where(inArray(duties.id, [...dutyIds]))
    .orderBy(asc(abstractionEntries.startsAt), asc(abstractionEntries.id))
    .limit(limit);
