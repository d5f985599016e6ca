import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { TaskingActionKind } from "#app/domain/tasking/action.ts";

/** Who is asked: the police, or an agency by what it does. */
export type Asked =
  | "police"
  | "council"
  | "county"
  | "housing"
  | "fire"
  | "health"
  | "youth"
  | "schools"
  | "recovery"
  | "business";

/** What a group may ask for. `{place}` is a place of the neighbourhood. */
export interface Task {
  readonly by: Asked;
  readonly kind: TaskingActionKind;
  readonly themes: readonly ConcernCategory[];
  readonly position: string;
  readonly task: string;
  /** What its agency did, as it goes on after the agency’s name. */
  readonly line: string;
  readonly result: string;
}

export type TaskRow = readonly [
  by: Asked,
  kind: TaskingActionKind,
  themes: readonly ConcernCategory[],
  position: string,
  task: string,
  line: string,
  result: string,
];

export const taskOf = ([by, kind, themes, position, task, line, result]: TaskRow): Task => ({
  by,
  kind,
  themes,
  position,
  task,
  line,
  result,
});
