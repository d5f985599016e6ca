import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { areDutiesFilled, fillDuties } from "#db/seed/fill-duties.ts";
import { fillHistory } from "#db/seed/fill-history.ts";
import { fillTasking } from "#db/seed/fill-tasking.ts";
import type { Db } from "#db/types.ts";

const beforeDutiesMs = 60_000;

interface Past {
  db: Db;
  log: Logger;
  now: Date;
  signal: AbortSignal;
}

/** The past of a demonstration that comes before its cycles run: one that began today would have none. */
export const fillPastCycles = ({ db, log, now, signal }: Past) =>
  fillHistory(db, now, (line) => log.info(line), signal);

/** The rest of a demonstration's past: joint tasking, and two years of duties. */
export async function fillOtherPast({ db, log, now, signal }: Past): Promise<void> {
  await fillTasking(db, now, (line) => log.info(line), signal);
  if (await areDutiesFilled(db)) return;
  // Whoever looks at it first has the machine for themselves.
  await wait(beforeDutiesMs, undefined, { signal, ref: false }).catch(() => undefined);
  await fillDuties(db, now, (line) => log.info(line), signal);
}
