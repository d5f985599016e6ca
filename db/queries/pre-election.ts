import { and, desc, gte, isNull, lte } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { preElectionPeriods } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

/** The time before an election that a day lies in, or null: what is held back then is for the rules to say. */
export async function findPreElection(db: Db, day: Day): Promise<{ reason: string; endsOn: Day } | null> {
  const [period] = await db
    .select({ reason: preElectionPeriods.reason, endsOn: preElectionPeriods.endsOn })
    .from(preElectionPeriods)
    .where(
      and(
        isNull(preElectionPeriods.endedAt),
        lte(preElectionPeriods.startsOn, day),
        gte(preElectionPeriods.endsOn, day),
      ),
    )
    .orderBy(desc(preElectionPeriods.endsOn))
    .limit(1);
  return period ?? null;
}
