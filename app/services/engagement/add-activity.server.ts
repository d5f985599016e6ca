import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { insertActivity, updateEngagement } from "#db/queries/engagement.ts";
import { changeEngagement, type EngagementDeps, type ReadEngagement } from "./change-engagement.server.ts";
import { problemsOfActivity, type WantedActivity } from "./problems-of-activity.server.ts";

/** Adds an activity. */
export const addActivity = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
  wanted: WantedActivity,
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "plan:write", action: "engagement.change" },
    read,
    async (tx, plan, { neighbourhoodId }) => {
      if (plan.state === "evaluated") return refused("form", "This plan has been evaluated");
      const errors = await problemsOfActivity(tx, deps.now, neighbourhoodId, wanted);
      if (errors.length > 0) return { ok: false, errors };
      await insertActivity(tx, plan.id, { ...wanted, changedAt: deps.now });
      await updateEngagement(tx, plan.id, {
        ...(plan.state === "approved" ? { state: "running" as const } : {}),
        changedAt: deps.now,
      });
      return null;
    },
  );
