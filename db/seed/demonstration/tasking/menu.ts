import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { behaviourTasks } from "./menu-behaviour.ts";
import { crimeTasks } from "./menu-crime.ts";
import { roadTasks } from "./menu-roads.ts";
import { taskOf, type Task } from "./menu-task.ts";

const tasks: readonly Task[] = [...roadTasks, ...behaviourTasks, ...crimeTasks].map(taskOf);

/** What may be asked for about a theme. */
export const tasksOn = (theme: ConcernCategory): readonly Task[] =>
  tasks.filter(({ themes }) => themes.includes(theme));
