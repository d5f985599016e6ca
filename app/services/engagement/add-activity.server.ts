import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { ActivityMethod, ActivityPurpose } from "#app/domain/engagement/engagement.ts";
import type { Day } from "#app/domain/team/day.ts";
import { insertActivity, updateEngagement } from "#db/queries/engagement.ts";
import {
  changeEngagement,
  problemsOfWords,
  type EngagementDeps,
  type ReadEngagement,
} from "./change-engagement.server.ts";

export interface WantedActivity {
  purpose: ActivityPurpose;
  method: ActivityMethod;
  audience: string;
  place: string | null;
  heldOn: Day | null;
  hours: string | null;
  formatAndLanguage: string;
  agencyId: string | null;
  ownerId: string | null;
  targetReach: number | null;
  costPence: number | null;
}

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
    async (tx, plan) => {
      if (plan.state === "evaluated") return refused("form", "This plan has been evaluated");
      if (wanted.audience.trim() === "") return refused("audience", "Say who this activity is for");
      const { audience, place, formatAndLanguage } = wanted;
      const errors = problemsOfWords({ audience, place, formatAndLanguage });
      if (errors.length > 0) return { ok: false, errors };
      await insertActivity(tx, plan.id, { ...wanted, changedAt: deps.now });
      await updateEngagement(tx, plan.id, {
        ...(plan.state === "approved" ? { state: "running" as const } : {}),
        changedAt: deps.now,
      });
      return null;
    },
  );
