import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { checkReview, reviewOutcomeWords, type ReviewOutcome } from "#app/domain/priority/accept.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPriorityEvent, updatePriority, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockOwnPriority, type ReadPriority } from "./lock-own-priority.server.ts";
import { takePriorityStep, tellFollowers } from "./take-step.server.ts";

export interface WantedReview extends ReadPriority {
  outcome: ReviewOutcome | null;
  /** Public. */
  words: string;
}

/**
 * The BCU commander, who is not who declined it, upholds a refusal or overturns it, with reasons that residents read.
 * Null where the actor has no such priority.
 */
export const reviewRefusal = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { outcome, words, ...read }: WantedReview,
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const own = await lockOwnPriority(tx, actor, "priority:review", read);
    if (own?.ok !== true) return own;
    const { priority } = own;
    if (priority.state !== "declined-by-force")
      return refused("form", "This priority has not been declined, so there is nothing to review");
    if (outcome === null) return refused("outcome", "Select whether you uphold or overturn the refusal");
    const isReviewed = priority.reviewedAt !== null;
    const allowed = checkReview(actor, { declinedBy: priority.declinedBy, isReviewed }, words);
    if (!allowed.ok) return allowed;
    const errors = problemsOfPublished({ words });
    if (errors.length > 0) return { ok: false, errors };
    const changes = {
      reviewedAt: now,
      reviewedBy: actor.accountId,
      reviewOutcome: outcome,
      reviewReason: words,
    };
    await tellTeam(tx, now, priority, outcome);
    if (outcome === "upheld") {
      await uphold(tx, { actor, now }, priority, words, changes);
      return done;
    }
    const taken = await takePriorityStep(tx, { actor, now }, priority, {
      step: "overturn",
      reason: words,
      changes,
      action: "priority.review",
    });
    if (!taken.ok) throw new Error("A declined priority could not be adopted again.");
    return done;
  });

/** It stays declined, and its place is free. */
async function uphold(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  priority: Priority,
  words: string,
  changes: Parameters<typeof updatePriority>[2],
): Promise<void> {
  const { id: priorityId, state, neighbourhoodId } = priority;
  const line = `${reviewOutcomeWords.upheld}: ${words}`;
  await updatePriority(tx, priorityId, { ...changes, slot: null, endedAt: now, changedAt: now });
  await insertPriorityEvent(tx, {
    priorityId,
    at: now,
    from: state,
    to: state,
    line,
    actorId: actor.accountId,
  });
  await tellFollowers(tx, now, priority, line);
  await recordAudit(tx, actor, now, {
    action: "priority.review",
    subjectKind: "priority",
    subjectId: priorityId,
    neighbourhoodId,
    details: { outcome: "upheld" },
  });
}

async function tellTeam(tx: Db, now: Date, priority: Priority, outcome: ReviewOutcome): Promise<void> {
  const { reference, neighbourhoodId } = priority;
  const path = paths.staff.priority(reference);
  const line = `${reference}: ${reviewOutcomeWords[outcome]}`;
  await tellResponsible(tx, neighbourhoodId, { at: now, kind: "new", line, path });
  if (outcome === "overturned")
    await tellRole(tx, "inspector", neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${line}. It waits for you to accept it`,
      path,
    });
}
