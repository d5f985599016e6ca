import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { DaySpan } from "#app/domain/calendar/day-span.ts";
import { timetableOfDates } from "#app/domain/cycle/dates.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import type { Day } from "#app/domain/team/day.ts";
import { cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";
import { readPeriods } from "./pre-election.ts";

/** The days of the vote that is open or comes next in a neighbourhood, or null. */
export async function findNextVote(db: Db, neighbourhoodId: string, today: Day): Promise<DaySpan | null> {
  const [cycle] = await db
    .select()
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
  // A vote that would begin before an election waits until it is over.
  return cycle === undefined ? null : timetableOfDates(cycle, pausesOf(await readPeriods(db))).voting;
}
