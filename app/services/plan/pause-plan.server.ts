import { done, refused, type Change } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { pauseRefusal } from "#app/domain/plan/steps.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { tellFollowers } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPlanEvent, updatePlan } from "#db/queries/plan.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";

const mostReason = 400;

/** Pauses a plan until a day, for a reason that residents read; null where the actor has no such plan. */
export const pausePlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version, until, reason }: { reference: string; version: number; until: Day; reason: string },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:approve", reference, async (tx, { plan, priority }): Promise<Change> => {
    const overtaken = asRead(plan, version);
    if (overtaken !== null) return overtaken;
    const refusal = pauseRefusal(plan, until, londonDay(deps.now));
    if (refusal !== null) return refused("until", refusal);
    const words = reason.trim();
    if (words === "") return refused("reason", "Say why, in words that residents can read");
    if (words.length > mostReason)
      return refused("reason", `Shorten it to ${mostReason} characters or fewer`);
    const [problem] = problemsOfPublicWords(words);
    if (problem !== undefined) return refused("reason", problem);
    await updatePlan(tx, plan.id, {
      standing: "paused",
      pausedUntil: until,
      pausedReason: words,
      changedAt: deps.now,
    });
    const line = `The work is paused until ${dayInWords(until)}: ${words}`;
    await insertPlanEvent(tx, {
      planId: plan.id,
      at: deps.now,
      from: plan.stage,
      to: plan.stage,
      standing: "paused",
      line,
      actorId: actor.accountId,
    });
    await tellFollowers(tx, deps.now, priority, line);
    await recordAudit(tx, actor, deps.now, {
      action: "plan.pause",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { until },
    });
    return done;
  });
