import { done, type Change } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { checkRefusal, reviewDueOn, type DeclineReason } from "#app/domain/priority/accept.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockOwnPriority, type ReadPriority } from "./lock-own-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

export interface WantedRefusal extends ReadPriority {
  reason: DeclineReason | null;
  /** Public. */
  words: string;
  /** Public: needed for what is outside the powers of the police and their partners. */
  referredTo: string | null;
}

/**
 * The inspector declines a priority, with reasons that residents read; the BCU commander reviews it, and until then its
 * place stays taken. Null where the actor has no such priority.
 */
export const declinePriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { reason, words, referredTo, ...read }: WantedRefusal,
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const own = await lockOwnPriority(tx, actor, "priority:accept", read);
    if (own?.ok !== true) return own;
    const { priority } = own;
    const wasOverturned = priority.reviewOutcome === "overturned";
    const allowed = checkRefusal({ reason, words, referredTo, wasOverturned });
    if (!allowed.ok) return allowed;
    const errors = problemsOfPublished({ words, referredTo });
    if (errors.length > 0) return { ok: false, errors };
    const { bcuReviewDays } = await readSettings(tx);
    const due = reviewDueOn(londonDay(now), bcuReviewDays);
    const declineReason = referredTo === null ? words : `${words} Referred to ${referredTo}.`;
    const taken = await takePriorityStep(tx, { actor, now }, priority, {
      step: "decline",
      reasonCode: reason,
      reason: declineReason,
      changes: {
        declinedAt: now,
        declinedBy: actor.accountId,
        declineCode: reason,
        declineReason,
        reviewDueOn: due,
      },
      action: "priority.decline",
    });
    if (!taken.ok) return taken;
    await tellRole(tx, "commander", priority.neighbourhoodId, {
      at: now,
      kind: "escalated",
      line: `${priority.reference}: declined. Review the refusal by ${dayInWords(due)}`,
      path: paths.staff.priority(priority.reference),
    });
    return done;
  });
