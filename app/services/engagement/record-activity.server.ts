import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { activitiesOf, updateActivity, updateEngagement } from "#db/queries/engagement.ts";
import {
  changeEngagement,
  problemsOfWords,
  type EngagementDeps,
  type ReadEngagement,
} from "./change-engagement.server.ts";

export interface ActivityResult {
  activityId: string;
  actualReach: number | null;
  heard: string;
  feedbackGiven: string;
  feedbackOn: Day | null;
  isCancelled: boolean;
}

/** Writes down what came of an activity. */
export const recordActivity = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
  { activityId, ...result }: ActivityResult,
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "plan:write", action: "engagement.change" },
    read,
    async (tx, plan) => {
      const activities = await activitiesOf(tx, plan.id);
      if (!activities.some(({ id }) => id === activityId))
        return refused("form", "This activity is no longer there");
      if (plan.state === "draft" && !result.isCancelled)
        return refused("form", "The inspector has to approve the plan first");
      const { heard, feedbackGiven } = result;
      const errors = problemsOfWords({ heard, feedbackGiven });
      if (errors.length > 0) return { ok: false, errors };
      await updateActivity(tx, activityId, { ...result, changedAt: deps.now });
      await updateEngagement(tx, plan.id, {
        ...(plan.state === "approved" ? { state: "running" as const } : {}),
        changedAt: deps.now,
      });
      return null;
    },
  );
