import { platform } from "#app/domain/actor.ts";
import { planStagePublicWords } from "#app/domain/plan/states.ts";
import { advanceRefusals } from "#app/domain/plan/steps.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { lockPlanOf } from "#db/queries/plan.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { readFacts } from "./read-facts.server.ts";
import { recordPlanStep } from "./record-plan-step.server.ts";

const doneWords = "All that was agreed is finished";

/**
 * After an action of a plan was closed: when none is open any more and its response is under way, the plan goes on to
 * its assessment by itself, where nothing else is missing; else whoever answers for it is told what to do. Either way
 * the outcome report is due. Call it as the platform, with the action written.
 */
export async function moveOnFromActions(
  tx: Db,
  { requestId, now }: { requestId: string | null; now: Date },
  priorityId: string,
): Promise<void> {
  const plan = await lockPlanOf(tx, priorityId);
  const priority = await findPriorityById(tx, priorityId);
  if (plan === null || priority === null || plan.stage !== "response-live") return;
  const facts = await readFacts(tx, plan);
  if (facts.actions.length === 0 || facts.actions.some(({ isClosed }) => !isClosed)) return;
  const { reference, neighbourhoodId } = priority;
  const refusals = advanceRefusals(facts);
  if (refusals.length > 0)
    return tellResponsible(tx, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${reference}: ${doneWords.toLowerCase()}, and the outcome report is due. See what its plan needs before it`,
      path: paths.staff.planSteps(reference),
    });
  await recordPlanStep(tx, { actor: platform(requestId), now }, { plan, priority }, {
    changes: { stage: "assessment", standing: "running" },
    line: `${doneWords}. ${planStagePublicWords.assessment}.`,
    action: "plan.advance",
    details: { from: plan.stage, to: "assessment", because: "actions" },
  });
  await tellResponsible(tx, neighbourhoodId, {
    at: now,
    kind: "new",
    line: `${reference}: ${doneWords.toLowerCase()}, and its plan is in the assessment. The outcome report is due`,
    path: paths.staff.feedback(reference),
  });
}
