import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { ImprovementState } from "./words.ts";

/** What is written in a plan; each may wait until it goes live. */
export interface ImprovementPlan {
  rootCause: string;
  /** What is to be reached, in words. */
  target: string;
  /** Tenths of a per cent, to be reached on a day. */
  targetTenths: number | null;
  targetOn: Day | null;
  /** What panels and partnerships read. */
  publicSummary: string;
  ownerId: string | null;
}

/** The step of whoever writes a plan: they do not approve it as well. */
export const planWritten = "The plan is written.";

const mostWords = 2_000;
const mostSummary = 400;
const mostTargetDays = 366;
const promiseTenths = 100;

const texts = [
  { name: "rootCause", most: mostWords },
  { name: "target", most: mostWords },
  { name: "publicSummary", most: mostSummary },
] as const;

/** What cannot stand in a plan as it is wanted; `openedTenths` is the rate of the month that opened it. */
export function problemsOfPlan(
  plan: ImprovementPlan,
  { today, before, openedTenths }: { today: Day; before: ImprovementPlan; openedTenths: number | null },
): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  for (const { name, most } of texts) {
    if (plan[name].length > most)
      say(name, `Shorten it to ${most.toLocaleString("en-GB")} characters or fewer`);
    for (const message of problemsOfPublicWords(plan[name])) say(name, message);
  }
  const { targetTenths, targetOn } = plan;
  const highest = Math.max(promiseTenths, (openedTenths ?? 0) - 1);
  if (targetTenths !== null && targetTenths > highest)
    say("targetRate", `Enter a rate of ${(highest / 10).toFixed(1)}% or less: it began with more`);
  // What was set before may stay when it is past.
  if (targetOn !== null && targetOn !== before.targetOn) {
    if (targetOn <= today) say("targetOn", "Enter a day after today");
    if (targetOn > addDays(today, mostTargetDays)) say("targetOn", "Enter a day within a year");
  }
  return errors;
}

/** What a plan still needs before it can go live, each with its field. */
export function missingOfPlan(plan: ImprovementPlan, actions: number): FieldError[] {
  const missing: FieldError[] = [];
  const need = (field: string, isThere: boolean, message: string) => {
    if (!isThere) missing.push({ field, message });
  };
  need("rootCause", plan.rootCause.trim() !== "", "Say what causes it");
  need("target", plan.target.trim() !== "", "Say what is to be reached");
  need("targetRate", plan.targetTenths !== null, "Enter the rate that is to be reached");
  need("targetOn", plan.targetOn !== null, "Enter the day on which it is to be reached");
  need("publicSummary", plan.publicSummary.trim() !== "", "Say what panels and partnerships read");
  need("owner", plan.ownerId !== null, "Choose whose plan it is");
  need("actions", actions > 0, "Add an action");
  return missing;
}

const plain = (words: string) => words.trim().replace(/\s+/g, " ").toLowerCase();

/** Whether an action is the team's own, and not of the unit that takes its officers. */
const isOwnUnit = (unit: string, teamName: string): boolean => plain(unit) === plain(teamName);

/** Whether a plan asks something of the team alone: then it says why. */
export const isOnTeamAlone = (units: readonly string[], teamName: string): boolean =>
  units.every((unit) => isOwnUnit(unit, teamName));

/** States in which a plan is written and actions are added. */
export const isPlanOpen = (state: ImprovementState): boolean =>
  state === "plan-required" || state === "plan-live" || state === "escalated";

export interface WantedImprovementAction {
  unit: string;
  task: string;
  ownerId: string | null;
  dueOn: Day;
}

const mostUnit = 80;
const mostTask = 600;

export function problemsOfImprovementAction(
  { unit, task, dueOn }: WantedImprovementAction,
  today: Day,
): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (unit.trim() === "") say("unit", "Choose the unit that does it, or name another");
  if (unit.length > mostUnit) say("otherUnit", `Shorten it to ${mostUnit} characters or fewer`);
  for (const message of problemsOfPublicWords(unit)) say("otherUnit", message);
  if (task.trim() === "") say("task", "Say what is to be done");
  if (task.length > mostTask) say("task", `Shorten it to ${mostTask} characters or fewer`);
  for (const message of problemsOfPublicWords(task)) say("task", message);
  if (dueOn < today) say("dueOn", "Enter a day that is today or later");
  return errors;
}

/** Why words of a result, a review or a reason cannot stand; null where they can. */
export function writtenRefusal(words: string, missing: string): string | null {
  if (words.trim() === "") return missing;
  if (words.length > mostWords)
    return `Shorten it to ${mostWords.toLocaleString("en-GB")} characters or fewer`;
  return problemsOfPublicWords(words)[0] ?? null;
}
