/** What a run of a task is given. */
export interface TaskRun {
  now: Date;
  /** Aborts when the process stops, or when another may have taken the task: checked between transactions. */
  signal: AbortSignal;
}

/** Work that the platform does by itself, again and again. */
export interface BackgroundTask {
  name: string;
  everyMs: number;
  /** How long after the first start ever it first runs; at once unless said. */
  firstAfterMs?: number;
  /** Each process runs it for itself: the work claims its own rows. Otherwise one process at a time does. */
  isEveryProcess?: boolean;
  run: (run: TaskRun) => Promise<void>;
}
