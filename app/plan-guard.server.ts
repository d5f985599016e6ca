import type { LoaderFunctionArgs } from "@remix-run/node";
import type { PlanHead } from "#app/components/plan/plan-head.ts";
import { staffFrameOf, type StaffFrame } from "#app/components/staff/staff-frame.ts";
import { can } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { requireActor, type Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import type { HeldPlan } from "#app/services/plan/change-plan.server.ts";
import { findPlanOf } from "#db/queries/plan.ts";
import { findPriority } from "#db/queries/priority.ts";
import { placementOf } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

/**
 * Reads the plan that the address names, for staff whose role reaches it: the guard of every page of a plan.
 * Throws 404 where they have no such plan.
 */
export async function visitPlan<Found>(
  args: LoaderFunctionArgs,
  permission: Permission,
  read: (tx: Db, held: HeldPlan, visit: Visit) => Promise<Found>,
): Promise<{ visit: Visit; frame: StaffFrame; head: PlanHead; found: Found }> {
  const visit = await requireActor(args, permission);
  const opened = await visit.read(async (tx) => {
    const priority = await findPriority(tx, args.params["reference"] ?? "");
    if (priority === null || !can(visit.actor, permission, priority)) return null;
    const plan = await findPlanOf(tx, priority.id);
    if (plan === null) return null;
    const { reference, title, state } = priority;
    const { stage, standing, version } = plan;
    const place = (await placementOf(tx, priority.neighbourhoodId))?.name ?? "";
    return {
      head: { reference, title, place, state, stage, standing, version },
      found: await read(tx, { plan, priority }, visit),
    };
  });
  if (opened === null) throw notFound();
  return { visit, frame: staffFrameOf(visit), ...opened };
}
