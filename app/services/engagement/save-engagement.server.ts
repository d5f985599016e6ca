import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updateEngagement } from "#db/queries/engagement.ts";
import {
  changeEngagement,
  problemsOfWords,
  type EngagementDeps,
  type ReadEngagement,
} from "./change-engagement.server.ts";

export interface EngagementWords {
  audience: string;
  underHeard: string;
  underHeardWhy: string;
  /** What the independent advisory group said. Restricted. */
  advice: string | null;
}

/** Says whom the plan is to reach. */
export const saveEngagement = (
  deps: EngagementDeps,
  actor: Actor,
  read: ReadEngagement,
  words: EngagementWords,
): Promise<Change | null> =>
  changeEngagement(
    deps,
    actor,
    { permission: "plan:write", action: "engagement.change" },
    read,
    async (tx, plan) => {
      if (plan.state === "evaluated") return refused("form", "This plan has been evaluated");
      const errors = problemsOfWords({ ...words });
      if (errors.length > 0) return { ok: false, errors };
      if (plan.state !== "draft" && (words.audience.trim() === "" || words.underHeard.trim() === ""))
        return refused("form", "An approved plan says who is to be reached and who is heard too little");
      await updateEngagement(tx, plan.id, { ...words, changedAt: deps.now });
      return null;
    },
  );
