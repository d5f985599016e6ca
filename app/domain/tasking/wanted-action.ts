import type { FieldError } from "#app/domain/account/change.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { TaskingActionKind } from "./action.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** What a group wants done, and by whom. */
export interface WantedTaskingAction {
  /** From the tactical menu. */
  kind: TaskingActionKind;
  /** Restricted. */
  task: string;
  agencyId: string;
  /** The position that does it: "Street lighting officer". */
  position: string;
  /** Who does it, where that is known. */
  ownerId: string | null;
  dueOn: Day;
  /** The priority that it serves, where it serves one. */
  priorityId: string | null;
}

/** Whose an action is to be, and by when: of a new one and of one that is given on. */
export type WantedOwner = Pick<WantedTaskingAction, "agencyId" | "position" | "ownerId" | "dueOn">;

const mostTask = 600;
const mostPosition = 80;

/** What is wrong with an action as it is wanted; whether its agency and owner may have it is for the service to look up. */
export function problemsOfWantedTask({ task, ...owner }: WantedTaskingAction, today: Day): FieldError[] {
  const errors: FieldError[] = [];
  if (task.trim() === "") errors.push({ field: "task", message: "Say what is to be done" });
  if (task.length > mostTask)
    errors.push({ field: "task", message: `Shorten it to ${mostTask} characters or fewer` });
  for (const message of problemsOfTaskingWords(task)) errors.push({ field: "task", message });
  return [...errors, ...problemsOfWantedOwner(owner, today)];
}

/** The same of whose it is to be, and by when. */
export function problemsOfWantedOwner({ position, dueOn }: WantedOwner, today: Day): FieldError[] {
  const errors: FieldError[] = [];
  if (position.trim() === "")
    errors.push({ field: "position", message: "Say which position does it, for example housing officer" });
  if (position.length > mostPosition)
    errors.push({ field: "position", message: `Shorten it to ${mostPosition} characters or fewer` });
  for (const message of problemsOfTaskingWords(position)) errors.push({ field: "position", message });
  const late = dueDayRefusal(dueOn, today);
  return late === null ? errors : [...errors, { field: "dueOn", message: late }];
}

/** Why an action cannot be due on a day, in words; null where it can. */
export const dueDayRefusal = (dueOn: Day, today: Day): string | null =>
  dueOn < today ? "Enter a day that is today or later" : null;
