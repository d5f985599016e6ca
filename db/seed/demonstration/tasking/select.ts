import { addDays, type Day } from "#app/domain/team/day.ts";
import { pick } from "../history/telling.ts";
import type { Random } from "../random.ts";
import type { Task } from "./menu-task.ts";
import { tasksOn } from "./menu.ts";
import { windowOn, type GroupTelling, type WorkedPriority, type WorkWindow } from "./telling.ts";

// Work that ends sooner is not given anything new.
const leastDays = 13;
const mostShown = 3;
const mostPriorities = 6;

export interface Discussed {
  priority: WorkedPriority;
  /** Null where the work ends too soon for anything new. */
  window: WorkWindow | null;
}

/** The priorities that a meeting talks about: those it has begun with go on until their work ends. */
export function prioritiesOn(
  { priorities }: GroupTelling,
  day: Day,
  begun: ReadonlySet<string>,
  isLast: boolean,
): Discussed[] {
  const live = priorities.filter((one) => windowOn(one, day, day) !== null);
  const known = live.filter(({ id }) => begun.has(id));
  const shown = live.filter(({ id, isShown }) => isShown && !begun.has(id)).slice(0, mostShown);
  const others = live.filter(({ id, isShown }) => !isShown && !begun.has(id));
  const room = Math.max(0, mostPriorities - known.length - shown.length);
  const chosen = [...known, ...shown, ...others.slice(0, room)];
  return (isLast ? chosen : chosen.slice(0, mostPriorities + mostShown)).map((priority) => ({
    priority,
    window: windowOn(priority, day, addDays(day, leastDays)),
  }));
}

/** Something that was not asked for yet on a priority; null where all of it was. */
export function unasked(
  random: Random,
  { id, category }: WorkedPriority,
  asked: ReadonlySet<string>,
): Task | null {
  const left = tasksOn(category).filter((task) => !asked.has(keyOf(id, task)));
  return left.length === 0 ? null : pick(random, left);
}

export const keyOf = (subject: string, { task }: Task): string => `${subject} ${task}`;
