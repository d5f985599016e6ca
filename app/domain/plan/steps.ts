import type { PriorityStep } from "#app/domain/priority/steps.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { missingOf, type PlanFacts } from "./gate.ts";
import { planStages, planStageWords, type PlanStage, type PlanStanding } from "./states.ts";

export interface PlanAt extends PlanFacts {
  standing: PlanStanding;
}

/** The stages that the team opens by itself; what comes after is the residents’ to decide. */
const lastOfTheTeam: PlanStage = "assessment";

/** The stage that comes after one, as far as the team opens it; null where it does not. */
export function stageAfter(stage: PlanStage): PlanStage | null {
  const at = planStages.indexOf(stage);
  return at < planStages.indexOf(lastOfTheTeam) ? (planStages[at + 1] ?? null) : null;
}

/** Why the next stage of a plan cannot be opened, one line each; none where it can. */
export function advanceRefusals(plan: PlanAt): string[] {
  if (plan.standing === "paused") return ["The plan is paused. Take it up again first"];
  if (stageAfter(plan.stage) === null)
    return [`“${planStageWords[plan.stage]}” is the last stage that the team opens`];
  return missingOf(plan).map(({ words }) => words);
}

/** Why an outcome report cannot be filed; none where it can. */
export function reportRefusals(plan: PlanAt): string[] {
  if (plan.standing === "paused") return ["The plan is paused. Take it up again first"];
  if (plan.stage !== "assessment") return ["Work through the stages to the assessment first"];
  return missingOf(plan).map(({ words }) => words);
}

const mostPauseDays = 91;

/** Why a plan cannot be paused until a day, in words; null where it can. */
export function pauseRefusal(
  { stage, standing }: Pick<PlanAt, "stage" | "standing">,
  until: Day,
  today: Day,
): string | null {
  if (standing === "paused") return "The plan is paused already";
  if (stage === "awaiting-signoff" || stage === "closed") return "There is nothing left to pause";
  if (until <= today) return "Enter a day after today";
  return until > addDays(today, mostPauseDays)
    ? `A plan may be paused for at most ${mostPauseDays} days`
    : null;
}

/** How a plan stands once its pause is over: as it stood before, so that what was returned is still to be taken up. */
export const standingAfterPause = (before: PlanStanding | null): PlanStanding =>
  before === "returned" ? "returned" : "running";

type Place = Pick<PlanAt, "stage" | "standing">;

const again: Place = { stage: "analysis", standing: "returned" };
const over: Place = { stage: "closed", standing: "running" };

/** Where a plan goes with a step of its priority. What was returned or came back is analysed again, reasons in hand. */
export const planAfter: Partial<Readonly<Record<PriorityStep, Place>>> = {
  "report-outcome": { stage: "awaiting-signoff", standing: "running" },
  "sign-off": over,
  return: again,
  "return-by-poll": again,
  recur: again,
  lapse: over,
  "close-without-signoff": over,
};
