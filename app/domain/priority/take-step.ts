import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { PriorityOrigin } from "./origin.ts";
import { priorityStateWords, type PriorityState } from "./states.ts";
import { prioritySteps, priorityStepRules, type PriorityStep, type Requirement } from "./steps.ts";

/** A priority, as far as what may happen to it depends on it. */
export interface PriorityAt {
  state: PriorityState;
  origin: PriorityOrigin;
}

const requirementMissing: Readonly<Record<Requirement, string>> = {
  reason: "Give the reason: residents will read it",
  "reason-code": "Select the kind of reason",
  resolution: "A quorate resolution of the panel is needed first",
  outcome: "The outcome report is needed first",
  feedback: "Residents’ feedback is needed first",
};

const isOpenTo = ({ state, origin }: PriorityAt, step: PriorityStep): boolean => {
  const { from, origins } = priorityStepRules[step];
  return from.includes(state) && (origins === null || origins.includes(origin));
};

const mayTake = (actor: Actor, permission: Permission | null, neighbourhoodId: string) =>
  permission === null ? actor.kind === "system" : can(actor, permission, { neighbourhoodId });

/** The steps that a priority may take next, whoever takes them. */
export const stepsFrom = (priority: PriorityAt): PriorityStep[] =>
  prioritySteps.filter((step) => isOpenTo(priority, step));

/** The steps that this person is offered. */
export const stepsOffered = (priority: PriorityAt, actor: Actor, neighbourhoodId: string): PriorityStep[] =>
  stepsFrom(priority).filter((step) => mayTake(actor, priorityStepRules[step].permission, neighbourhoodId));

/** Why a step cannot be taken with what is on record, in words; null where it can. Permission is `can`'s to tell. */
export function stepRefusal(
  priority: PriorityAt,
  step: PriorityStep,
  onRecord: ReadonlySet<Requirement>,
): string | null {
  if (!isOpenTo(priority, step))
    return `This cannot be done with a priority in this state: “${priorityStateWords[priority.state]}”`;
  const missing = priorityStepRules[step].needs.find((requirement) => !onRecord.has(requirement));
  return missing === undefined ? null : requirementMissing[missing];
}

/** The line of the public page about a step that was taken. */
export function publicLineOf(step: PriorityStep, reason: string | null): string {
  const { publicLine, needs } = priorityStepRules[step];
  return reason !== null && needs.includes("reason") ? `${publicLine}: ${reason}` : `${publicLine}.`;
}

/** The day after which a signed-off priority cannot be opened again; months are calendar months. */
export function recurrenceUntil(signedOffOn: Day, recurrenceMonths: number): Day {
  const [year = 0, month = 1, day = 1] = signedOffOn.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + recurrenceMonths, 0));
  const first = lastOfMonth.toISOString().slice(0, 8);
  return addDays(`${first}01`, Math.min(day, lastOfMonth.getUTCDate()) - 1);
}

export const canRecur = (signedOffOn: Day, today: Day, recurrenceMonths: number): boolean =>
  today <= recurrenceUntil(signedOffOn, recurrenceMonths);
