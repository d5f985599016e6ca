import { addDays, type Day } from "#app/domain/team/day.ts";
import { isTaskingActionOpen, type TaskingActionState } from "./action.ts";

/** Who is told that an action is late, one after the other: the first is rung 1. */
export const rungs = ["owner", "lead", "chair", "board"] as const;
export type Rung = (typeof rungs)[number];

export const rungNumber = (rung: Rung): number => rungs.indexOf(rung) + 1;

/** So many days after the day an action was due each rung is told; 0 leaves the rung out. */
export type EscalationDays = Readonly<Record<Rung, number>>;

/** Whether any rung is told at all. */
export const isEscalating = (days: EscalationDays): boolean => rungs.some((rung) => days[rung] > 0);

/**
 * The rungs that are to be told today of an action, where the highest told of this due day so far is `highestTold`
 * (0 for none). Each is told once for each due day, and those that were missed are told with the one that is due: they
 * are different people. A rung under one that was told is told no more: what the chair knows needs no first reminder.
 */
export function escalationsDue(
  { state, dueOn }: { state: TaskingActionState; dueOn: Day },
  highestTold: number,
  days: EscalationDays,
  today: Day,
): Rung[] {
  if (!isTaskingActionOpen(state)) return [];
  return rungs.filter(
    (rung) => days[rung] > 0 && rungNumber(rung) > highestTold && addDays(dueOn, days[rung]) <= today,
  );
}
