import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { Db } from "#db/types.ts";
import { codeOfError } from "../error-words.ts";
import { holdTask, type HeldTask } from "./hold-task.ts";
import type { BackgroundTask } from "./task.ts";

export interface BackgroundParts {
  db: Db;
  tasks: readonly BackgroundTask[];
  log: Logger;
  /** Called after each run of this process. */
  onRun?: (task: string, outcome: "finished" | "failed") => void;
  /** How long a process that was killed keeps others from its task. */
  leaseMs?: number;
  /** How often to look whether a task is due that another process may have done. */
  lookEveryMs?: number;
}

const usualLeaseMs = 60_000;
const usualLookMs = 30_000;
/** A task that failed is tried again this soon, or at its next time where that is sooner. */
const retryAfterMs = 5 * 60_000;

/** Runs the tasks until it is stopped. `stop` aborts what runs and waits for it. */
export interface Background {
  stop: () => Promise<void>;
}

export function runBackground(parts: BackgroundParts): Background {
  const stopping = new AbortController();
  // One listener for each task is no leak, however many tasks there are.
  setMaxListeners(0, stopping.signal);
  const loops = parts.tasks.map((task) => runLoop(task, parts, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** One task, one run after another, whatever becomes of each. */
async function runLoop(task: BackgroundTask, parts: BackgroundParts, stopping: AbortSignal): Promise<void> {
  const restMs =
    task.isEveryProcess === true ? task.everyMs : Math.min(task.everyMs, parts.lookEveryMs ?? usualLookMs);
  const look = task.isEveryProcess === true ? runOnce : runHeld;
  let wasReachable = true;
  while (!stopping.aborted) {
    try {
      await look(task, parts, stopping);
      wasReachable = true;
    } catch (error) {
      // One line when the database goes away, not one a second.
      if (wasReachable)
        parts.log.error({ err: error, task: task.name }, "background work cannot be taken up");
      wasReachable = false;
    }
    await rest(restMs, stopping);
  }
}

/** Waits, or not, when the process stops. */
const rest = (ms: number, stopping: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stopping.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopping.addEventListener("abort", end);
  });

async function runHeld(task: BackgroundTask, parts: BackgroundParts, stopping: AbortSignal): Promise<void> {
  const { db, log, leaseMs = usualLeaseMs } = parts;
  const held: HeldTask | null = await holdTask(db, log, {
    name: task.name,
    firstAfterMs: task.firstAfterMs ?? 0,
    leaseMs,
  });
  if (held === null) return;
  const outcome = await runOnce(task, parts, AbortSignal.any([stopping, held.lost]));
  if (outcome.kind === "interrupted") await held.giveBack({ error: null, againInMs: null });
  else if (outcome.kind === "finished") await held.giveBack({ error: null, againInMs: task.everyMs });
  else
    await held.giveBack({
      error: codeOfError(outcome.error),
      againInMs: Math.min(task.everyMs, retryAfterMs),
    });
}

type Outcome = { kind: "finished" } | { kind: "interrupted" } | { kind: "failed"; error: unknown };

async function runOnce(
  task: BackgroundTask,
  { log, onRun }: BackgroundParts,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    await task.run({ now: new Date(), signal });
    onRun?.(task.name, "finished");
    return { kind: "finished" };
  } catch (error) {
    if (signal.aborted) return { kind: "interrupted" };
    log.error({ err: error, task: task.name }, "background work failed");
    onRun?.(task.name, "failed");
    return { kind: "failed", error };
  }
}
