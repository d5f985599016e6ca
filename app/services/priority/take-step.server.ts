import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { holdsAPlace } from "#app/domain/priority/open.ts";
import {
  priorityStepRules,
  resultSteps,
  type PriorityStep,
  type Requirement,
} from "#app/domain/priority/steps.ts";
import { publicLineOf, stepRefusal } from "#app/domain/priority/take-step.ts";
import { paths } from "#app/paths.ts";
import { movePlan } from "#app/services/plan/move-plan.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertNews } from "#db/queries/news.ts";
import {
  insertPriorityEvent,
  updatePriority,
  type Priority,
  type PriorityChanges,
} from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

/** A step of a priority that somebody wants to take. */
export interface WantedPriorityStep {
  step: PriorityStep;
  /** What the step needs and the caller has seen: a resolution, a report, feedback. Reasons are counted from below. */
  onRecord?: readonly Requirement[];
  reasonCode?: string | null;
  /** Public. */
  reason?: string | null;
  /** What else the step writes. */
  changes?: PriorityChanges;
  action: AuditAction;
}

export type PriorityStepTaken = { ok: true; priority: Priority } | Refused;

/**
 * Takes a locked priority one step on: judged by the rule, written with its public line, told to followers, recorded.
 * The caller has checked that the actor may, and that the version is the one that was read.
 */
export async function takePriorityStep(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  priority: Priority,
  { step, onRecord = [], reasonCode = null, reason = null, changes = {}, action }: WantedPriorityStep,
): Promise<PriorityStepTaken> {
  const seen = new Set<Requirement>(onRecord);
  if (reason !== null && reason.trim() !== "") seen.add("reason");
  if (reasonCode !== null) seen.add("reason-code");
  const refusal = stepRefusal(priority, step, seen);
  if (refusal !== null) return refused("form", refusal);
  const { to } = priorityStepRules[step];
  // Declined, it keeps its place until the BCU commander has answered.
  const isHeld = holdsAPlace({ state: to, isReviewDue: true });
  const moved = await updatePriority(tx, priority.id, {
    ...changes,
    state: to,
    ...(isHeld ? {} : { slot: null, endedAt: now }),
    changedAt: now,
  });
  const line = publicLineOf(step, reason);
  await insertPriorityEvent(tx, {
    priorityId: moved.id,
    at: now,
    from: priority.state,
    to,
    reasonCode,
    line,
    actorId: actor.accountId,
  });
  await (resultSteps.includes(step) ? tellResult : tellFollowers)(tx, now, moved, line);
  await movePlan(tx, { actor, now }, moved, step);
  await recordAudit(tx, actor, now, {
    action,
    subjectKind: "priority",
    subjectId: moved.id,
    neighbourhoodId: moved.neighbourhoodId,
    reason: reasonCode,
    details: { step, from: priority.state, to },
  });
  return { ok: true, priority: moved };
}

/** A public line about a priority, for who follows it. */
export const tellFollowers = (tx: Db, now: Date, priority: Priority, line: string): Promise<void> =>
  tell(tx, now, priority, line, paths.priority(priority.reference));

/** What came of a priority: also for who raised it, voted and asked to be told, or is a key individual there. */
export const tellResult = (tx: Db, now: Date, priority: Priority, line: string): Promise<void> =>
  tell(tx, now, priority, line, paths.priorityResult(priority.reference));

const tell = (tx: Db, at: Date, { id, title, neighbourhoodId }: Priority, line: string, path: string) =>
  insertNews(tx, [{ at, neighbourhoodId, kind: "priority", subjectId: id, line: `${title}: ${line}`, path }]);
