import type { TaskingActionState } from "#app/domain/tasking/action.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Task } from "./menu-task.ts";
import type { TaskingRows } from "./rows.ts";
import type { WorkedPriority } from "./telling.ts";

/** What an agency will say of an action, if no meeting says something else first. */
export interface Coming {
  at: Date;
  to: TaskingActionState;
  words: string | null;
}

/** An action as its life is told. */
export interface ToldAction {
  id: string;
  number: number;
  asked: Task;
  task: string;
  line: string;
  priority: WorkedPriority | null;
  /** The last day on which anything of it may happen; null where nothing ends it. */
  until: Day | null;
  givenAt: Date;
  givenBy: string | null;
  agencyCode: string;
  agencyId: string;
  position: string;
  ownerId: string | null;
  dueOn: Day;
  state: TaskingActionState;
  result: string | null;
  closedAt: Date | null;
  changedAt: Date;
  events: TaskingRows["actionEvents"];
  coming: readonly Coming[];
}

interface Step extends Coming {
  by: string | null;
}

const closing: readonly TaskingActionState[] = ["done", "rejected", "withdrawn"];

/** Takes a step of an action and remembers it. */
export function takeStep(action: ToldAction, { at, to, words, by }: Step): void {
  const isClosed = closing.includes(to);
  action.events.push({
    actionId: action.id,
    at,
    from: action.state,
    to,
    words,
    dueOn: action.dueOn,
    agencyId: action.agencyId,
    by,
  });
  action.state = to;
  action.changedAt = at;
  action.result = isClosed ? words : null;
  action.closedAt = isClosed ? at : null;
}

/** Takes all that its agency says of an action up to a moment. */
export function advance(action: ToldAction, until: Date): void {
  const now = action.coming.filter(({ at }) => at <= until);
  action.coming = action.coming.filter(({ at }) => at > until);
  for (const step of now) takeStep(action, { ...step, by: action.ownerId });
}
