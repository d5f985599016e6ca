import { dayInWords } from "#app/domain/account/day-words.ts";
import { planStagePublicWords, type PlanStage, type PlanStanding } from "#app/domain/plan/states.ts";
import { planAfter } from "#app/domain/plan/steps.ts";
import { priorityStepRules } from "#app/domain/priority/steps.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { publicLineOf } from "#app/domain/priority/take-step.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Move } from "./life.ts";

interface PriorityEvent {
  at: Date;
  from: PriorityState;
  to: PriorityState;
  reasonCode: string | null;
  line: string;
}

interface PlanEvent {
  at: Date;
  from: PlanStage;
  to: PlanStage;
  standing: PlanStanding;
  line: string;
}

/** Where a priority and its plan stand after what has happened so far. */
export interface Played {
  state: PriorityState;
  stage: PlanStage;
  standing: PlanStanding;
  pause: { until: Day; reason: string } | null;
  closedAt: Date | null;
  events: PriorityEvent[];
  planEvents: PlanEvent[];
}

/** Plays what has happened by now, by the rules of priorities and plans. Throws where it is against them. */
export function playLife(moves: readonly Move[], now: Date): Played {
  const played: Played = {
    state: "proposed",
    stage: "draft",
    standing: "running",
    pause: null,
    closedAt: null,
    events: [],
    planEvents: [],
  };
  for (const move of moves) if (move.at <= now) play(played, move);
  return played;
}

function play(played: Played, move: Move): void {
  const { at } = move;
  const movePlan = (to: PlanStage, standing: PlanStanding, line: string) => {
    played.planEvents.push({ at, from: played.stage, to, standing, line });
    played.stage = to;
    played.standing = standing;
  };
  switch (move.kind) {
    case "stage":
      movePlan(move.to, "running", `${planStagePublicWords[move.to]}.`);
      return;
    case "pause":
      played.pause = { until: move.until, reason: move.reason };
      movePlan(played.stage, "paused", `The work is paused until ${dayInWords(move.until)}: ${move.reason}`);
      return;
    case "resume":
      played.pause = null;
      movePlan(played.stage, "running", "The work goes on.");
      return;
    case "step": {
      const { from, to } = priorityStepRules[move.step];
      if (!from.includes(played.state))
        throw new Error(`The history takes “${move.step}” from “${played.state}”.`);
      const line = publicLineOf(move.step, move.reason);
      played.events.push({ at, from: played.state, to, reasonCode: move.reasonCode, line });
      played.state = to;
      const plan = planAfter[move.step];
      if (plan === undefined) return;
      movePlan(plan.stage, plan.standing, `${planStagePublicWords[plan.stage]}.`);
      played.closedAt = plan.stage === "closed" ? at : null;
      played.pause = null;
    }
  }
}
