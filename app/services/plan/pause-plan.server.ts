import { done, refused, type Change } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { pauseRefusal } from "#app/domain/plan/steps.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";
import { recordPlanStep } from "./record-plan-step.server.ts";

const mostReason = 400;

/** Pauses a plan until a day, for a reason that residents read; null where the actor has no such plan. */
export const pausePlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version, until, reason }: { reference: string; version: number; until: Day; reason: string },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:approve", reference, async (tx, held): Promise<Change> => {
    const { plan } = held;
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
    await recordPlanStep(tx, { actor, now: deps.now }, held, {
      changes: { standing: "paused", pausedUntil: until, pausedReason: words },
      line: `The work is paused until ${dayInWords(until)}: ${words}`,
      action: "plan.pause",
      details: { until },
    });
    return done;
  });
