import { dayInWords } from "#app/domain/account/day-words.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { PlanStage } from "./states.ts";

/** What residents read of what follows a stage. */
const nextOfStage: Readonly<Record<PlanStage, string>> = {
  draft: "Next, the team finds out what happens, where and when.",
  scanning: "Next, the team finds out why it happens.",
  analysis: "Next, the team and its partners agree what to do.",
  "response-agreed": "Next, the work begins.",
  "response-live": "When all of it is done, the team checks what has changed.",
  assessment: "Next, the team reports what has changed, and you say whether it worked.",
  "awaiting-signoff": "Next, residents say whether it worked.",
  closed: "",
};

/** What comes next, for who follows the work; null where nothing does. */
export function nextInWords({
  state,
  stage,
  pausedUntil,
  monitorOn,
}: {
  state: PriorityState;
  stage: PlanStage;
  pausedUntil: Day | null;
  /** When residents are asked once more, after it was signed off. */
  monitorOn: Day | null;
}): string | null {
  if (pausedUntil !== null) return `The work goes on by itself on ${dayInWords(pausedUntil)}.`;
  if (state === "feedback-open")
    return "Residents say whether it worked. Then the panel of people who live here decides.";
  if (state === "panel-decision") return "The panel of people who live here decides whether it is done.";
  if (state === "signed-off" && monitorOn !== null)
    return `On ${dayInWords(monitorOn)} everybody here is asked once more, whether it has lasted.`;
  return nextOfStage[stage] || null;
}
