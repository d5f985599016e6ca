import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { preElectionOn, type PreElectionPeriod } from "#app/domain/cycle/pre-election.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
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

/** The time before an election that a day lies in, or null: what is held back then is for the rules to say. */
export async function findPreElection(db: Db, day: Day): Promise<{ reason: string; endsOn: Day } | null> {
  const periods = (await listPeriods(db)).map((stored) => ({ ...periodOf(stored), reason: stored.reason }));
  const found = preElectionOn(day, periods);
  return found === null ? null : { reason: found.period.reason, endsOn: found.lastDay };
}
