import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { evaluationRefusals } from "#app/domain/engagement/engagement.ts";
import { activitiesOf, updateEngagement } from "#db/queries/engagement.ts";
import {
  changeEngagement,
  problemsOfWords,
  refusedBy,
  type EngagementDeps,
  type ReadEngagement,
} from "./change-engagement.server.ts";

/** Ends a plan with what was learned. */
export const evaluateEngagement = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
  evaluation: string,
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "plan:approve", action: "engagement.evaluate" },
    read,
    async (tx, plan) => {
      const refusal = refusedBy(evaluationRefusals(plan.state, await activitiesOf(tx, plan.id)));
      if (refusal !== null) return refusal;
      if (evaluation.trim() === "") return refused("evaluation", "Say what worked and what did not");
      const errors = problemsOfWords({ evaluation });
      if (errors.length > 0) return { ok: false, errors };
      await updateEngagement(tx, plan.id, {
        state: "evaluated",
        evaluation: evaluation.trim(),
        evaluatedAt: deps.now,
        changedAt: deps.now,
      });
      return null;
    },
  );
