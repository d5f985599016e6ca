import type { PlanStage, PlanStanding } from "#app/domain/plan/states.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";

/** What stands above every page of a plan. */
export interface PlanHead {
  reference: string;
  title: string;
  /** The neighbourhood's name. */
  place: string;
  state: PriorityState;
  stage: PlanStage;
  standing: PlanStanding;
  version: number;
}
