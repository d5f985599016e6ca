import { desc, sql } from "drizzle-orm";
import { keptSince, retentionSchedule } from "#app/domain/retention/schedule.ts";
import { retentionRuns } from "#db/schema/background.ts";
import type { Db } from "#db/types.ts";

const ofOfficers = retentionSchedule.filter(({ id }) => id === "duties" || id === "abstraction-entries");

/**
 * Before which instant duties or entries may have been disposed of; null where none ever were. A run notes what it
 * took in the transaction that took it, so that this is never behind what is there.
 */
export async function disposedBefore(db: Db): Promise<Date | null> {
  const took = ofOfficers.map(({ id }) => sql`coalesce((${retentionRuns.counts}->>${id})::int, 0) > 0`);
  const [last] = await db
    .select({ at: retentionRuns.at })
    .from(retentionRuns)
    .where(sql.join(took, sql` or `))
    .orderBy(desc(retentionRuns.at))
    .limit(1);
  if (last === undefined) return null;
  return ofOfficers
    .map((rule) => keptSince(rule, last.at))
    .reduce((latest, since) => (since > latest ? since : latest));
}
