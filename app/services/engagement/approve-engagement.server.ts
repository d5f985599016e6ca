import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { approvalRefusals } from "#app/domain/engagement/engagement.ts";
import { activitiesOf, updateEngagement } from "#db/queries/engagement.ts";
import {
  changeEngagement,
  refusedBy,
  type EngagementDeps,
  type ReadEngagement,
} from "./change-engagement.server.ts";

/** The inspector approves a plan that says whom it reaches and comes back to them. */
export const approveEngagement = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "priority:accept", action: "engagement.approve" },
    read,
    async (tx, plan) => {
      const refusal = refusedBy(approvalRefusals({ ...plan, activities: await activitiesOf(tx, plan.id) }));
      if (refusal !== null) return refusal;
      await updateEngagement(tx, plan.id, {
        state: "approved",
        approvedBy: actor.accountId,
        approvedAt: deps.now,
        changedAt: deps.now,
      });
      return null;
    },
  );
