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

/** Who is to say what becomes of an action that was declined: its agency has answered. */
const declinedRungs: readonly Rung[] = ["chair", "board"];

export const hearsOfDeclined = (rung: Rung): boolean => declinedRungs.includes(rung);

/**
 * The rungs that are to be told today of an action, where the highest told of this day so far is `highestTold` (0 for
 * none). The day is that on which it was due; of one that was declined and not decided about, that on which it was. Each
 * is told once for each such day, and those that were missed are told with the one that is due: they are different
 * people. A rung under one that was told is told no more: what the chair knows needs no first reminder.
 */
export function escalationsDue(
  { state, since }: { state: TaskingActionState; since: Day },
  highestTold: number,
  days: EscalationDays,
  today: Day,
): Rung[] {
  const hears = isTaskingActionOpen(state) ? rungs : state === "rejected" ? declinedRungs : [];
  return hears.filter(
    (rung) => days[rung] > 0 && rungNumber(rung) > highestTold && addDays(since, days[rung]) <= today,
  );
}
