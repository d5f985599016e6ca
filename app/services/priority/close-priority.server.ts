import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { checkClosing, closeReasonWords, type CloseReason } from "#app/domain/priority/close.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockOwnPriority, type ReadPriority } from "./lock-own-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

/**
 * The inspector closes a priority without the residents’ word, for one of few reasons, which everybody reads and which
 * is counted. Null where the actor has no such priority.
 */
export const closePriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { reason, words, ...read }: ReadPriority & { reason: CloseReason | null; words: string },
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const own = await lockOwnPriority(tx, actor, "priority:accept", read);
    if (own?.ok !== true) return own;
    const allowed = checkClosing({ reason, words });
    if (!allowed.ok || reason === null) return allowed;
    const errors = problemsOfPublished({ words });
    if (errors.length > 0) return { ok: false, errors };
    const taken = await takePriorityStep(tx, { actor, now }, own.priority, {
      step: "close-without-signoff",
      reasonCode: reason,
      reason: `${closeReasonWords[reason]}. ${words.trim()}`,
      action: "priority.close",
    });
    return taken.ok ? done : taken;
  });
