import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { planStages, type PlanStage } from "#app/domain/plan/states.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertInvolvement } from "#db/queries/plan.ts";
import { changePlan, type PlanDeps } from "./change-plan.server.ts";

export interface Involvement {
  stage: PlanStage;
  heldOn: Day;
  who: string;
  how: string;
  whatChanged: string;
}

const mostWords = 600;
const asked = {
  who: "Say who took part: a group, never a person",
  how: "Say how they took part",
  whatChanged: "Say what changed because of it, or that nothing did",
} as const;

/** Records how the community took part in a stage, for everybody to read; null where the actor has no such plan. */
export const involveCommunity = (
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  involvement: Involvement,
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }): Promise<Change> => {
    const { stage, heldOn } = involvement;
    if (planStages.indexOf(stage) > planStages.indexOf(plan.stage))
      return refused("stage", "This stage has not opened yet");
    if (heldOn > londonDay(deps.now)) return refused("heldOn", "Enter a day that is not in the future");
    const words = { who: "", how: "", whatChanged: "" };
    for (const field of ["who", "how", "whatChanged"] as const) {
      words[field] = involvement[field].trim();
      if (words[field] === "") return refused(field, asked[field]);
      if (words[field].length > mostWords)
        return refused(field, `Shorten it to ${mostWords} characters or fewer`);
      const [problem] = problemsOfPublicWords(words[field]);
      if (problem !== undefined) return refused(field, problem);
    }
    await insertInvolvement(tx, {
      planId: plan.id,
      stage,
      heldOn,
      ...words,
      addedBy: actor.accountId,
      addedAt: deps.now,
    });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.involve",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { stage },
    });
    return done;
  });
