import type { Logger } from "pino";
import { platform } from "#app/domain/actor.ts";
import { giveTaskBack, renewTask, takeTask, type TaskTimes } from "#db/queries/background.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A task that this process is at. */
export interface HeldTask {
  /** Aborts when the lease could not be renewed in time: another process may have begun. */
  lost: AbortSignal;
  giveBack: (how: Parameters<typeof giveTaskBack>[3]) => Promise<void>;
}

/** Takes a task where it is due and free, and holds it by renewing its lease until it is given back. */
export async function holdTask(db: Db, log: Logger, times: TaskTimes): Promise<HeldTask | null> {
  const { name, leaseMs } = times;
  const asPlatform = <Value>(work: (tx: Db) => Promise<Value>) => withActor(db, platform(), work);
  const taken = await asPlatform((tx) => takeTask(tx, times));
  if (taken === null) return null;

  const lost = new AbortController();
  let lease = taken;
  // By this process's own clock, which need not agree with the database's.
  let endsAt = performance.now() + leaseMs;
  let renewing: Promise<void> = Promise.resolve();
  const renew = async () => {
    const startedAt = performance.now();
    try {
      const renewed = await asPlatform((tx) => renewTask(tx, times, lease));
      if (renewed === null) lost.abort();
      else {
        lease = renewed;
        endsAt = startedAt + leaseMs;
      }
    } catch (error) {
      log.warn({ err: error, task: name }, "the lease of background work could not be renewed");
    }
    if (performance.now() >= endsAt) lost.abort();
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 3);
  timer.unref();

  return {
    lost: lost.signal,
    giveBack: async (how) => {
      clearInterval(timer);
      await renewing;
      // Whoever has it now gives it back.
      if (!lost.signal.aborted) await asPlatform((tx) => giveTaskBack(tx, name, lease, how));
    },
  };
}
