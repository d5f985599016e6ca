import { and, asc, desc, eq, inArray, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import type { CycleNow } from "#app/domain/cycle/now-words.ts";
import { candidates } from "#db/schema/candidate.ts";
import { tallies } from "#db/schema/ballot.ts";
import { cycleEvents, cycleExtensions, cycles } from "#db/schema/cycle.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// More than any cycle has; only bounds.
const mostLines = 200;
const mostCandidates = 99;

const dates = {
  number: cycles.number,
  stage: cycles.stage,
  startsOn: cycles.startsOn,
  raisingEndsOn: cycles.raisingEndsOn,
  researchEndsOn: cycles.researchEndsOn,
  shortlistingEndsOn: cycles.shortlistingEndsOn,
  votingEndsOn: cycles.votingEndsOn,
  panelEndsOn: cycles.panelEndsOn,
  liveEndsOn: cycles.liveEndsOn,
  reviewingEndsOn: cycles.reviewingEndsOn,
};

/** The cycle that runs in a neighbourhood, or else the next that is planned; null where neither is. */
export async function cycleNow(db: Db, neighbourhoodId: string): Promise<CycleNow | null> {
  const [cycle] = await db
    .select(dates)
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), ne(cycles.stage, "closed")))
    .orderBy(sql`${cycles.stage} = 'planned'`, asc(cycles.number))
    .limit(1);
  return cycle ?? null;
}

/** One cycle of a neighbourhood by its number, as everybody may see it; null where there is none. */
export async function findCycle(db: Db, neighbourhoodId: string, number: number) {
  const [cycle] = await db
    .select({ id: cycles.id, isInterim: cycles.isInterim, ...dates })
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), eq(cycles.number, number)))
    .limit(1);
  return cycle ?? null;
}

/** The days that were added to stages of a cycle, and the published reasons. */
export const extensionsOf = (db: Db, cycleId: string) =>
  db
    .select({
      stage: cycleExtensions.stage,
      extraDays: cycleExtensions.extraDays,
      reason: cycleExtensions.reason,
    })
    .from(cycleExtensions)
    .where(eq(cycleExtensions.cycleId, cycleId))
    .orderBy(asc(cycleExtensions.at), asc(cycleExtensions.id))
    .limit(mostLines);

/** What happened in a cycle, the first first. */
export const cycleStepsOf = (db: Db, cycleId: string) =>
  db
    .select({ id: cycleEvents.id, at: cycleEvents.at, line: cycleEvents.line })
    .from(cycleEvents)
    .where(eq(cycleEvents.cycleId, cycleId))
    .orderBy(asc(cycleEvents.at), asc(cycleEvents.id))
    .limit(mostLines);

/** The stages in which what is being drawn up is nobody else's yet. */
const beforeTheShortlist = ["planned", "raising", "research", "shortlisting"] as const;

/**
 * The candidates of a cycle once its shortlist is published: those to choose from first. Each names the priority that
 * it became, unless that was taken down.
 */
export const publishedCandidates = (db: Db, cycleId: string) =>
  db
    .select({
      id: candidates.id,
      number: candidates.number,
      category: candidates.category,
      title: candidates.title,
      statement: candidates.statement,
      raisers: candidates.raisers,
      isShortlisted: sql<boolean>`${candidates.isShortlisted}`,
      leftOffReason: candidates.leftOffReason,
      marks: {
        support: candidates.scoreSupport,
        evidence: candidates.scoreEvidence,
        harm: candidates.scoreHarm,
        underHeard: candidates.scoreUnderHeard,
        changeable: candidates.scoreChangeable,
        notInHand: candidates.scoreNotInHand,
      },
      became: sql<
        string | null
      >`(select p.reference from ${priorities} p where p.candidate_id = ${candidates.id}
        and p.taken_down_at is null and p.state <> 'proposed' limit 1)`,
    })
    .from(candidates)
    .innerJoin(cycles, eq(cycles.id, candidates.cycleId))
    .where(
      and(
        eq(candidates.cycleId, cycleId),
        isNotNull(candidates.isShortlisted),
        notInArray(cycles.stage, [...beforeTheShortlist]),
      ),
    )
    .orderBy(desc(candidates.isShortlisted), asc(candidates.number))
    .limit(mostCandidates);
export type PublishedCandidate = Awaited<ReturnType<typeof publishedCandidates>>[number];

/** The certified count of a cycle; null while there is none. */
export async function certifiedTally(db: Db, cycleId: string) {
  const [tally] = await db
    .select({
      certifiedAt: tallies.certifiedAt,
      counted: tallies.counted,
      quarantined: tallies.quarantined,
      isLowParticipation: tallies.isLowParticipation,
      result: tallies.result,
      seal: tallies.seal,
    })
    .from(tallies)
    .where(eq(tallies.cycleId, cycleId))
    .limit(1);
  return tally ?? null;
}

/** The last cycle of a neighbourhood in which something was decided, by a panel or by its count. */
export async function lastDecidedCycle(db: Db, neighbourhoodId: string) {
  const [cycle] = await db
    .select({ id: cycles.id, number: cycles.number })
    .from(cycles)
    .where(
      and(
        eq(cycles.neighbourhoodId, neighbourhoodId),
        inArray(cycles.stage, ["live", "reviewing", "closed"]),
      ),
    )
    .orderBy(desc(cycles.number))
    .limit(1);
  return cycle ?? null;
}
