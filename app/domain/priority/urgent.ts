import { refused, done, type Change } from "#app/domain/account/change.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { PriorityAt } from "./take-step.ts";

/** An urgent priority, from its adoption by the team until the panel has spoken. */
export interface UrgentPriority extends PriorityAt {
  adoptedOn: Day;
  /** The panel confirmed it, or has decided about it since. */
  isConfirmed: boolean;
}

/** Whether a sergeant may add an urgent priority between cycles. */
export function checkUrgent(reason: string, room: number): Change {
  if (room <= 0) return refused("form", "There is no room for another priority until one is closed");
  return reason.trim() === "" ? refused("reason", "Say why it cannot wait: residents will read it") : done;
}

/** The day on which an urgent priority lapses unless the panel has confirmed it before. */
export const lapsesOn = (adoptedOn: Day, urgentLapseDays: number): Day => addDays(adoptedOn, urgentLapseDays);

// Once its outcome is reported it is past lapsing: residents and the panel are asked about it.
const isWaiting = ({ origin, state, isConfirmed }: UrgentPriority) =>
  origin === "snt-urgent" && (state === "adopted" || state === "in-progress") && !isConfirmed;

/** Whether the panel may still confirm it. */
export const canConfirm = (priority: UrgentPriority, today: Day, urgentLapseDays: number): boolean =>
  isWaiting(priority) && today < lapsesOn(priority.adoptedOn, urgentLapseDays);

/** Whether it lapses today. */
export const hasLapsed = (priority: UrgentPriority, today: Day, urgentLapseDays: number): boolean =>
  isWaiting(priority) && today >= lapsesOn(priority.adoptedOn, urgentLapseDays);

/** "Lapses in 3 days unless the panel confirms it"; null where nothing waits for the panel. */
export function lapseInWords(priority: UrgentPriority, today: Day, urgentLapseDays: number): string | null {
  if (!isWaiting(priority)) return null;
  const left = daysBetween(today, lapsesOn(priority.adoptedOn, urgentLapseDays));
  if (left <= 0) return "Lapses today: the panel did not confirm it";
  return `Lapses in ${left} ${left === 1 ? "day" : "days"} unless the panel confirms it`;
}
