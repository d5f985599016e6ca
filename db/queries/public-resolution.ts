import { asc, eq, inArray, sql } from "drizzle-orm";
import { candidates } from "#db/schema/candidate.ts";
import { panelInterests, resolutionItems, resolutions } from "#db/schema/panel.ts";
import type { Db } from "#db/types.ts";

// More than any cycle has; only bounds.
const mostMeetings = 20;
const mostItems = 200;

/**
 * What the panel resolved in a cycle, meeting by meeting; of an open one only that it is called. No member is named, and
 * how anybody voted stands nowhere. Call it as the platform, which alone can count the interests.
 */
export async function resolutionsOfCycle(db: Db, cycleId: string) {
  const meetings = await db
    .select({
      id: resolutions.id,
      kind: resolutions.kind,
      format: resolutions.format,
      state: resolutions.state,
      round: resolutions.round,
      heldOn: resolutions.heldOn,
      isInterim: resolutions.isInterim,
      membersTotal: resolutions.membersTotal,
      quorum: resolutions.quorum,
      present: resolutions.present,
      motion: resolutions.motion,
      lowParticipation: resolutions.lowParticipation,
    })
    .from(resolutions)
    .where(eq(resolutions.cycleId, cycleId))
    .orderBy(asc(resolutions.heldOn), asc(resolutions.round))
    .limit(mostMeetings);
  const decided = meetings.filter(({ state }) => state === "decided").map(({ id }) => id);
  const items = decided.length === 0 ? [] : await itemsOf(db, decided);
  return meetings.map(({ id, ...meeting }) => ({
    ...meeting,
    id,
    motion: meeting.state === "open" ? null : meeting.motion,
    items: items.filter(({ resolutionId }) => resolutionId === id),
  }));
}

const itemsOf = (db: Db, resolutionIds: string[]) =>
  db
    .select({
      id: resolutionItems.id,
      resolutionId: resolutionItems.resolutionId,
      candidateId: resolutionItems.candidateId,
      title: candidates.title,
      place: resolutionItems.place,
      isMoved: resolutionItems.isMoved,
      isCarried: resolutionItems.isCarried,
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
    .where(inArray(resolutionItems.resolutionId, resolutionIds))
    .orderBy(asc(resolutionItems.place))
    .limit(mostItems);
