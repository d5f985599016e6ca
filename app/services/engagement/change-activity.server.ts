import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { returnRefusal } from "#app/domain/engagement/engagement.ts";
import { activitiesOf, updateActivity, updateEngagement } from "#db/queries/engagement.ts";
import { changeEngagement, type EngagementDeps, type ReadEngagement } from "./change-engagement.server.ts";
import { problemsOfActivity, type WantedActivity } from "./problems-of-activity.server.ts";

/** Changes an activity that is still to come. */
export const changeActivity = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
  { activityId, ...wanted }: WantedActivity & { activityId: string },
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "plan:write", action: "engagement.change" },
    read,
    async (tx, plan, { neighbourhoodId }) => {
      if (plan.state === "evaluated") return refused("form", "This plan has been evaluated");
      const activities = await activitiesOf(tx, plan.id);
      const held = activities.find(({ id }) => id === activityId);
      if (held === undefined) return refused("form", "This activity is no longer there");
      if (held.actualReach !== null) return refused("form", "This activity has been held");
      const after = activities.map((one) =>
        one.id === activityId ? { ...one, purpose: wanted.purpose } : one,
      );
      const refusal = returnRefusal(plan.state, after);
      if (refusal !== null) return refused("purpose", refusal);
      const errors = await problemsOfActivity(tx, deps.now, neighbourhoodId, wanted);
      if (errors.length > 0) return { ok: false, errors };
      await updateActivity(tx, activityId, { ...wanted, changedAt: deps.now });
      await updateEngagement(tx, plan.id, { changedAt: deps.now });
      return null;
    },
  );
