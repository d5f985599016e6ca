import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { feedbackRounds } from "#db/schema/feedback.ts";
import { resolutionItems, resolutions } from "#db/schema/panel.ts";
import type { Db } from "#db/types.ts";

// More than any priority has; only bounds.
const mostRounds = 20;
const mostMeetings = 40;

/** The rounds in which residents were asked about a priority, the first first; of one that is open no count. */
export const publicRoundsOf = (tx: Db, priorityId: string) =>
  tx
    .select({
      kind: feedbackRounds.kind,
      number: feedbackRounds.number,
      opensOn: feedbackRounds.opensOn,
      closesOn: feedbackRounds.closesOn,
      isExtended: feedbackRounds.isExtended,
      outreach: feedbackRounds.outreach,
      quorum: feedbackRounds.quorum,
      closedAt: feedbackRounds.closedAt,
      solved: feedbackRounds.solved,
      betterEnough: feedbackRounds.betterEnough,
      betterNotEnough: feedbackRounds.betterNotEnough,
      noChange: feedbackRounds.noChange,
      worse: feedbackRounds.worse,
      dontKnow: feedbackRounds.dontKnow,
      told: feedbackRounds.told,
      isPassed: feedbackRounds.isPassed,
      isFewReplies: feedbackRounds.isFewReplies,
    })
    .from(feedbackRounds)
    .where(eq(feedbackRounds.priorityId, priorityId))
    .orderBy(asc(feedbackRounds.opensOn), asc(feedbackRounds.number))
    .limit(mostRounds);

export type PublicRound = Awaited<ReturnType<typeof publicRoundsOf>>[number];

/**
 * What the panel resolved on whether a priority is done, the first first; of a meeting that is called only when it is.
 * How anybody voted is in no column of these.
 */
export const publicSignOffsOf = (tx: Db, priorityId: string) =>
  tx
    .select({
      state: resolutions.state,
      heldOn: resolutions.heldOn,
      membersTotal: resolutions.membersTotal,
      quorum: resolutions.quorum,
      present: resolutions.present,
      decidedAt: resolutions.decidedAt,
      votesFor: resolutionItems.votesFor,
      votesAgainst: resolutionItems.votesAgainst,
      abstentions: resolutionItems.abstentions,
      isCarried: resolutionItems.isCarried,
      reason: resolutionItems.reason,
    })
    .from(resolutionItems)
    .innerJoin(resolutions, eq(resolutions.id, resolutionItems.resolutionId))
    .where(
      and(
        eq(resolutionItems.priorityId, priorityId),
        eq(resolutions.kind, "sign-off"),
        or(eq(resolutions.state, "open"), isNotNull(resolutions.present)),
      ),
    )
    .orderBy(asc(resolutions.heldOn), asc(resolutions.openedAt))
    .limit(mostMeetings);

export type PublicSignOff = Awaited<ReturnType<typeof publicSignOffsOf>>[number];
