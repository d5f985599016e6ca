import type { SubmissionResult } from "@conform-to/react";
import type { EngagementPlan } from "#db/queries/engagement.ts";
import type { listActivityOwners } from "#db/queries/engagement-activity.ts";

export type Owners = Awaited<ReturnType<typeof listActivityOwners>>;

/** What each form of the page needs: whose plan, as which version it was read, and what came back. */
export interface FormProps {
  reference: string;
  version: number;
  reply: SubmissionResult | undefined;
}

export type ShownPlan = Pick<
  EngagementPlan,
  | "state"
  | "audience"
  | "underHeard"
  | "underHeardWhy"
  | "advice"
  | "evaluation"
  | "approvedAt"
  | "evaluatedAt"
>;
