import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { PreElectionPeriod } from "#app/domain/cycle/pre-election.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { preElectionPeriods } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

// Elections come a few times a year; what is long over moves nothing any more.
const mostPeriods = 200;

export type StoredPeriod = typeof preElectionPeriods.$inferSelect;

/** The periods that were set, the latest first. */
export const listPeriods = (db: Db): Promise<StoredPeriod[]> =>
  db
    .select()
    .from(preElectionPeriods)
    .orderBy(desc(preElectionPeriods.startsOn), asc(preElectionPeriods.id))
    .limit(mostPeriods);

export const periodOf = ({
  startsOn,
  endsOn,
  pausesCycles,
  setAt,
  endedAt,
}: StoredPeriod): PreElectionPeriod => ({
  startsOn,
  endsOn,
  pausesCycles,
  setOn: londonDay(setAt),
  endedOn: endedAt === null ? null : londonDay(endedAt),
});

/** The same as the rules read them. */
export const readPeriods = async (db: Db): Promise<PreElectionPeriod[]> =>
  (await listPeriods(db)).map(periodOf);

export async function insertPeriod(
  tx: Db,
  values: typeof preElectionPeriods.$inferInsert,
): Promise<StoredPeriod> {
  const [row] = await tx.insert(preElectionPeriods).values(values).returning();
  if (row === undefined) throw new Error("A pre-election period was not stored.");
  return row;
}

/** Ends a period; null where it is not there or was ended already. */
export async function endPeriod(tx: Db, id: string, endedAt: Date): Promise<StoredPeriod | null> {
  const [row] = await tx
    .update(preElectionPeriods)
    .set({ endedAt })
    .where(and(eq(preElectionPeriods.id, id), isNull(preElectionPeriods.endedAt)))
    .returning();
  return row ?? null;
}
