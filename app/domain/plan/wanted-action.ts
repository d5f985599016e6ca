import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { ActionKind } from "./action.ts";

/** Something to be done about a problem, as somebody wants it. */
export interface WantedAction {
  kind: ActionKind;
  /** Restricted. */
  task: string;
  /** What residents read of it; null while nobody has written it. */
  publicLine: string | null;
  /** Null for the police. */
  agencyId: string | null;
  ownerId: string | null;
  startsOn: Day | null;
  dueOn: Day;
  costPence: number | null;
}

const mostTask = 600;
const mostPublicLine = 300;

/** What is wrong with an action as it is wanted; `earliest` is the first day it may be due. */
export function problemsOfAction(
  { task, publicLine, startsOn, dueOn }: WantedAction,
  earliest: Day,
): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (task.trim() === "") say("task", "Say what is to be done");
  if (task.length > mostTask) say("task", `Shorten it to ${mostTask} characters or fewer`);
  if ((publicLine ?? "").length > mostPublicLine)
    say("publicLine", `Shorten it to ${mostPublicLine} characters or fewer`);
  if (dueOn < earliest) say("dueOn", "Enter a day that is today or later");
  if (startsOn !== null && startsOn > dueOn) say("startsOn", "Enter a day that is not after it is due");
  for (const message of problemsOfPublicWords(task)) say("task", message);
  for (const message of problemsOfPublicWords(publicLine ?? "")) say("publicLine", message);
  return errors;
}

const mostReason = 300;

/** Why residents cannot be told this of an action that is late or dropped, in words; null where they can. */
export function publicReasonRefusal(reason: string): string | null {
  if (reason.length > mostReason) return `Shorten it to ${mostReason} characters or fewer`;
  return problemsOfPublicWords(reason)[0] ?? null;
}
