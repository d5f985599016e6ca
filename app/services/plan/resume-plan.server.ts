import { done, refused, type Change } from "#app/domain/account/change.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { standingAfterPause } from "#app/domain/plan/steps.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { paths } from "#app/paths.ts";
import { pausesToEnd, standingBeforePause } from "#db/queries/plan-pause.ts";
import { lockPlanOf } from "#db/queries/plan.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { asRead, changePlan, type HeldPlan, type PlanDeps } from "./change-plan.server.ts";
import { recordPlanStep } from "./record-plan-step.server.ts";

const onePage = 20;

async function resume(tx: Db, by: { actor: Actor; now: Date }, held: HeldPlan): Promise<void> {
  const standing = standingAfterPause(await standingBeforePause(tx, held.plan.id));
  await recordPlanStep(tx, by, held, {
    changes: { standing, pausedUntil: null, pausedReason: null },
    line: "The work goes on.",
    action: "plan.resume",
  });
}

/** Takes up a paused plan before its day, by whoever may pause it; null where the actor has no such plan. */
export const resumePlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version }: { reference: string; version: number },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:approve", reference, async (tx, held): Promise<Change> => {
    const overtaken = asRead(held.plan, version);
    if (overtaken !== null) return overtaken;
    if (held.plan.standing !== "paused") return refused("form", "The plan is not paused");
    await resume(tx, { actor, now: deps.now }, held);
    return done;
  });

/** Takes up the plans whose pause is over, and tells who answers for them. */
export async function endPauses({ db, now, signal }: PlanDeps & { signal: AbortSignal }): Promise<void> {
  const actor = platform();
  let due: Awaited<ReturnType<typeof pausesToEnd>>;
  do {
    due = await withActor(db, actor, (tx) => pausesToEnd(tx, londonDay(now), onePage));
    for (const { priorityId } of due) {
      if (signal.aborted) return;
      await withActor(db, actor, async (tx) => {
        const priority = await findPriorityById(tx, priorityId);
        const plan = await lockPlanOf(tx, priorityId);
        if (priority === null || plan?.standing !== "paused") return;
        await resume(tx, { actor, now }, { plan, priority });
        await tellResponsible(tx, priority.neighbourhoodId, {
          at: now,
          kind: "new",
          line: `${priority.reference}: the pause of its plan is over`,
          path: paths.staff.planSteps(priority.reference),
        });
      });
    }
  } while (due.length === onePage && !signal.aborted);
}
