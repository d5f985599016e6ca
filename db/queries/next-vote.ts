import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

/** The days of the vote that is open or comes next in a neighbourhood, or null. */
export async function findNextVote(
  db: Db,
  neighbourhoodId: string,
  today: Day,
): Promise<{ firstDay: Day; lastDay: Day } | null> {
  const [cycle] = await db
    .select({ shortlistingEndsOn: cycles.shortlistingEndsOn, lastDay: cycles.votingEndsOn })
    .from(cycles)
    .where(
      and(
        eq(cycles.neighbourhoodId, neighbourhoodId),
        inArray(cycles.stage, ["planned", "raising", "research", "shortlisting", "voting"]),
        gte(cycles.votingEndsOn, today),
      ),
    )
    .orderBy(asc(cycles.votingEndsOn))
    .limit(1);
  return cycle === undefined
    ? null
    : { firstDay: addDays(cycle.shortlistingEndsOn, 1), lastDay: cycle.lastDay };
}
