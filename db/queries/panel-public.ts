import { and, asc, desc, eq, sql } from "drizzle-orm";
import { candidates } from "#db/schema/candidate.ts";
import { panelInterests, resolutionItems, resolutions } from "#db/schema/panel.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// More than any shortlist has; only bounds.
const mostItems = 100;

/**
 * What the panel of a cycle decided last, as everybody may read it: no member is named, and how anybody voted stands
 * nowhere. Null before it decided. Call it as the platform, which alone can count the interests.
 */
export async function resolutionOfCycle(db: Db, cycleId: string) {
  const [resolution] = await db
    .select({
      id: resolutions.id,
      heldOn: resolutions.heldOn,
      format: resolutions.format,
      decidedAt: resolutions.decidedAt,
      membersTotal: resolutions.membersTotal,
      present: resolutions.present,
      quorum: resolutions.quorum,
      motion: resolutions.motion,
      isInterim: resolutions.isInterim,
      lowParticipation: resolutions.lowParticipation,
    })
    .from(resolutions)
    .where(and(eq(resolutions.cycleId, cycleId), eq(resolutions.state, "decided")))
    .orderBy(desc(resolutions.decidedAt))
    .limit(1);
  if (resolution === undefined) return null;
  const { id, ...shown } = resolution;
  return { ...shown, items: await publicItemsOf(db, id) };
}

export type PublicResolution = NonNullable<Awaited<ReturnType<typeof resolutionOfCycle>>>;

const publicItemsOf = (db: Db, resolutionId: string) =>
  db
    .select({
      candidateId: resolutionItems.candidateId,
      title: sql<string>`${candidates.title}`,
      place: resolutionItems.place,
      isMoved: resolutionItems.isMoved,
      isAdopted: sql<boolean>`coalesce(${resolutionItems.isCarried}, false)`,
      /** Of the priority it became. */
      reference: priorities.reference,
      problem: resolutionItems.problem,
      voteWords: resolutionItems.voteWords,
      evidence: resolutionItems.evidence,
      whyOverOthers: resolutionItems.whyOverOthers,
      success: resolutionItems.success,
      departureReason: resolutionItems.departureReason,
      votesFor: resolutionItems.votesFor,
      votesAgainst: resolutionItems.votesAgainst,
      abstentions: resolutionItems.abstentions,
      interests: sql<number>`(select count(*)::int from ${panelInterests}
        where ${panelInterests.itemId} = ${resolutionItems.id})`,
    })
    .from(resolutionItems)
    .innerJoin(candidates, eq(candidates.id, resolutionItems.candidateId))
    .leftJoin(priorities, eq(priorities.resolutionItemId, resolutionItems.id))
    .where(eq(resolutionItems.resolutionId, resolutionId))
    .orderBy(asc(resolutionItems.place), asc(candidates.number))
    .limit(mostItems);
