import { can, platform, type Actor } from "#app/domain/actor.ts";
import { shownPoll } from "#app/domain/feedback/shown-poll.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { FeedbackRound } from "#db/queries/feedback.ts";
import { countReplies, latestOutcome, reasonsOf, roundsOf } from "#db/queries/feedback-shown.ts";
import { findPriority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/**
 * The rounds of a priority as staff see them; null where it is not theirs. While one takes answers only their number
 * is shown, so that nobody chases the answers that suit; its reasons come with the count, without names, and reading
 * them is recorded.
 */
export const viewFeedback = ({ db, now }: { db: Db; now: Date }, actor: Actor, reference: string) =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const priority = await findPriority(tx, reference);
    if (priority === null || !can(actor, "plan:read", priority)) return null;
    const settings = await readSettings(tx);
    const rounds = await roundsOf(tx, priority.id);
    const open = rounds.find(({ closedAt }) => closedAt === null) ?? null;
    const closed = rounds.filter(({ closedAt }) => closedAt !== null);
    const isReader = can(actor, "feedback:read", priority);
    // Of fewer than are shown nobody reads who said what, staff neither.
    const readable = closed.filter((round) => (shownPoll(round, settings)?.rows.length ?? 0) > 0);
    const reasons = isReader && readable.length > 0 ? await reasonsOf(tx, idsOf(readable)) : [];
    if (reasons.length > 0)
      await recordAudit(tx, actor, now, {
        action: "feedback.read",
        subjectKind: "priority",
        subjectId: priority.id,
        neighbourhoodId: priority.neighbourhoodId,
        details: { reasons: reasons.length },
      });
    return {
      outcome: await latestOutcome(tx, priority.id),
      open: open === null ? null : { ...openPart(open), replies: await countReplies(tx, open.id) },
      closed: closed.map((round) => ({
        id: round.id,
        kind: round.kind,
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        isExtended: round.isExtended,
        isPassed: round.isPassed === true,
        poll: shownPoll(round, settings),
        reasons: reasons.filter(({ roundId }) => roundId === round.id),
      })),
      mayReadReasons: isReader,
    };
  });

export type FeedbackView = NonNullable<Awaited<ReturnType<typeof viewFeedback>>>;

const idsOf = (rounds: readonly FeedbackRound[]) => rounds.map(({ id }) => id);

const openPart = ({ kind, opensOn, closesOn, isExtended, voters, quorum }: FeedbackRound) => ({
  kind,
  opensOn,
  closesOn,
  isExtended,
  voters,
  quorum,
});
