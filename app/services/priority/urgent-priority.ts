import { canConfirm, hasLapsed, type UrgentPriority } from "#app/domain/priority/urgent.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import type { Priority } from "#db/queries/priority.ts";

/** An urgent priority as its rules see it, with the days it was given when it was added; null for any other. */
function urgentOf(priority: Priority): { urgent: UrgentPriority; lapseDays: number } | null {
  const { state, origin, adoptedOn, lapsesOn, confirmedAt } = priority;
  if (adoptedOn === null || lapsesOn === null) return null;
  return {
    urgent: { state, origin, adoptedOn, isConfirmed: confirmedAt !== null },
    lapseDays: daysBetween(adoptedOn, lapsesOn),
  };
}

/** Whether the panel may still confirm it. */
export function waitsForPanel(priority: Priority, today: Day): boolean {
  const known = urgentOf(priority);
  return known !== null && canConfirm(known.urgent, today, known.lapseDays);
}

/** Whether its time is over without the panel's word. */
export function isOverdueUrgent(priority: Priority, today: Day): boolean {
  const known = urgentOf(priority);
  return known !== null && hasLapsed(known.urgent, today, known.lapseDays);
}
