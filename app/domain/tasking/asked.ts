import { actionDueInWords, actionLateness, type ActionState } from "#app/domain/plan/action.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { TaskingActionState } from "./action.ts";
import { taskingDueInWords, taskingStandingOf, type TaskingStanding } from "./lateness.ts";

/** Something an agency is to do: an action of a group, or of the plan of a priority. */
export interface Asked {
  from: "group" | "plan";
  id: string;
  task: string;
  /** What it is of: "AV-214", or the priority. */
  of: string;
  dueOn: Day;
  /** "3 days late"; null where it is not due yet. */
  due: string | null;
  standing: TaskingStanding;
  /** As it was read, of what still waits for a yes or no. */
  version: number | null;
  isBlocked: boolean;
}

interface OfGroup {
  id: string;
  code: string;
  number: number;
  task: string;
  dueOn: Day;
  state: TaskingActionState;
  version: number;
}

interface OfPlan {
  id: string;
  task: string;
  title: string;
  reference: string;
  dueOn: Day;
  state: ActionState;
}

const soonDays = 7;

/** An action of a group as its agency reads it. */
export const askedByGroup = (action: OfGroup, today: Day): Asked => ({
  from: "group",
  id: action.id,
  task: action.task,
  of: `${action.code}-${action.number}`,
  dueOn: action.dueOn,
  due: taskingDueInWords(action, today),
  standing: taskingStandingOf(action, today),
  version: action.state === "assigned" ? action.version : null,
  isBlocked: false,
});

/** An action of a plan as its agency reads it. */
export const askedByPlan = (action: OfPlan, today: Day): Asked => ({
  from: "plan",
  id: action.id,
  task: action.task,
  of: `${action.title} (${action.reference})`,
  dueOn: action.dueOn,
  due: actionDueInWords(action, today),
  standing: actionLateness(action, today, soonDays).standing,
  version: null,
  isBlocked: action.state === "blocked",
});

/** The parts of an agency's list, in the order in which they stand; empty ones are left out. */
export function partsOfAsked(asked: readonly Asked[]): { heading: string; asked: Asked[] }[] {
  const byDay = [...asked].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const of = (...standings: readonly TaskingStanding[]) =>
    byDay.filter(({ standing }) => standings.includes(standing));
  return [
    { heading: "Late", asked: of("late") },
    { heading: "Waiting for your answer", asked: of("unanswered") },
    { heading: "To do", asked: of("due", "later") },
  ].filter((part) => part.asked.length > 0);
}
