import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { returnRefusal } from "#app/domain/engagement/engagement.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
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
      if (plan.state === "evaluated") return refused("form", "This plan has been evaluated");
      const activities = await activitiesOf(tx, plan.id);
      const held = activities.find(({ id }) => id === activityId);
      if (held === undefined) return refused("form", "This activity is no longer there");
      if (plan.state === "draft" && !result.isCancelled)
        return refused("form", "The inspector has to approve the plan first");
      const { heard, feedbackGiven, feedbackOn, isCancelled, actualReach } = result;
      const refusal = returnRefusal(
        plan.state,
        activities.map((one) => (one.id === activityId ? { ...one, isCancelled } : one)),
      );
      if (refusal !== null) return refused("isCancelled", refusal);
      const today = londonDay(deps.now);
      if (actualReach !== null && held.heldOn !== null && held.heldOn > today)
        return refused("actualReach", "This activity has not been held yet");
      if (feedbackOn !== null && feedbackOn > today)
        return refused("feedbackOn", "Enter a day that is not in the future");
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
