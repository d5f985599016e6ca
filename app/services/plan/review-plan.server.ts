import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { can } from "#app/domain/actor.ts";
import { addDays, daysBetween, londonDay } from "#app/domain/team/day.ts";
import type { Reviewer } from "#app/domain/plan/review.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPlanReview, updatePlan } from "#db/queries/plan.ts";
import { readSettings } from "#db/queries/setting.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";

const mostNote = 2_000;

/** Records a review by the sergeant, or by whoever may accept priorities; null where the actor has no such plan. */
export const reviewPlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version, note }: { reference: string; version: number; note: string },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:approve", reference, async (tx, { plan, priority }): Promise<Change> => {
    const overtaken = asRead(plan, version);
    if (overtaken !== null) return overtaken;
    if (plan.stage === "closed") return refused("form", "The plan is closed");
    const words = note.trim();
    if (words === "") return refused("note", "Say in a sentence what you found");
    if (words.length > mostNote) return refused("note", `Shorten it to ${mostNote} characters or fewer`);
    const reviewer: Reviewer = can(actor, "priority:accept", priority) ? "inspector" : "sergeant";
    const today = londonDay(deps.now);
    const { sergeantReviewDays, inspectorReviewDays } = await readSettings(tx);
    const wasDue = reviewer === "inspector" ? plan.inspectorDueOn : plan.sergeantDueOn;
    await insertPlanReview(tx, {
      planId: plan.id,
      reviewer,
      reviewedOn: today,
      daysLate: Math.max(0, daysBetween(wasDue, today)),
      note: words,
      by: actor.accountId,
      at: deps.now,
    });
    await updatePlan(tx, plan.id, {
      ...(reviewer === "inspector"
        ? { inspectorDueOn: addDays(today, inspectorReviewDays) }
        : { sergeantDueOn: addDays(today, sergeantReviewDays) }),
      changedAt: deps.now,
    });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.review",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { reviewer },
    });
    return done;
  });
