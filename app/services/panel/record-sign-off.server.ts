import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { decideSignOff } from "#app/domain/feedback/sign-off.ts";
import { countItem, recordingRefusal, tookPart } from "#app/domain/panel/count-item.ts";
import { takePriorityStep } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { latestRound } from "#db/queries/feedback.ts";
import { findResolution, updateItem, updateResolution } from "#db/queries/panel.ts";
import { lockPlaces, lockPriority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockForMinutes, readMeeting } from "./open-resolution.server.ts";

const mostReason = 600;

/** What the panel resolved on a priority that residents were asked about. */
export interface WantedSignOff {
  resolutionId: string;
  /** As it was read. */
  version: number;
  /** Public: why it is done, or what there is still to do. */
  reason: string;
}

/**
 * Records whether a panel signed a priority off, by its own votes and what residents said: nobody can write down
 * another result. Null where the actor has no such meeting.
 */
export const recordSignOff = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { resolutionId, version, ...wanted }: WantedSignOff,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const found = await findResolution(tx, resolutionId);
    if (found?.kind !== "sign-off" || !can(actor, "panel:convene", found)) return null;
    await lockPlaces(tx, found.neighbourhoodId);
    const open = await lockForMinutes(tx, { actor, now }, resolutionId);
    if (open?.ok !== true) return open;
    const { resolution, members, items, votes, meeting } = await readMeeting(tx, open.resolution);
    if (resolution.version !== version)
      return refused(
        "form",
        "Somebody else has changed this meeting since you opened it. Read it again, then record the decision",
      );
    if (!members.some(({ capacity }) => capacity === "chair"))
      return refused("form", "Record first who was there and who was in the chair");
    const early = recordingRefusal(meeting, votes, now);
    if (early !== null) return refused("form", early);
    const reason = wanted.reason.trim();
    if (reason === "") return refused("reason", "Say why, in words that residents can read");
    if (reason.length > mostReason)
      return refused("reason", `Shorten it to ${mostReason} characters or fewer. It has ${reason.length}`);
    const errors = problemsOfPublished({ reason });
    if (errors.length > 0) return { ok: false, errors };

    const [item] = items;
    const priority = item?.priorityId == null ? null : await lockPriority(tx, item.priorityId);
    const round = priority === null ? null : await latestRound(tx, priority.id, "sign-off");
    if (item === undefined || priority?.state !== "panel-decision" || round?.closedAt == null)
      return refused("form", "What this meeting was to decide on is not there any more");
    const count = countItem(meeting, item.id, votes);
    const present = tookPart(meeting, votes);
    const decision = decideSignOff(
      { isPassed: round.isPassed === true, isFewReplies: round.isFewReplies === true },
      { isQuorate: present >= resolution.quorum && count.isQuorate, isCarried: count.isCarried },
    );
    if (decision.outcome === "undecided")
      return refused(
        "form",
        `Only ${present} took part and ${resolution.quorum} are needed: record that the meeting had no quorum`,
      );
    const isSignedOff = decision.outcome === "signed-off";
    await updateItem(tx, item.id, {
      isMoved: true,
      reason,
      votesFor: count.for,
      votesAgainst: count.against,
      abstentions: count.abstain,
      isCarried: isSignedOff,
    });
    await updateResolution(tx, resolution.id, {
      state: "decided",
      present,
      motion: `That “${priority.title}” is signed off.`,
      decidedAt: now,
      recordedBy: actor.accountId,
    });
    const taken = await takePriorityStep(tx, { actor, now }, priority, {
      step: isSignedOff ? "sign-off" : "return",
      onRecord: ["feedback", "resolution"],
      reason,
      action: isSignedOff ? "priority.sign-off" : "priority.return",
    });
    if (!taken.ok) return taken;
    await recordAudit(tx, actor, now, {
      action: "panel.decide",
      subjectKind: "resolution",
      subjectId: resolution.id,
      neighbourhoodId: found.neighbourhoodId,
      details: { kind: "sign-off", outcome: decision.outcome, isFewReplies: decision.isFewReplies },
    });
    return done;
  });
