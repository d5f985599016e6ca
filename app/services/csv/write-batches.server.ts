import { setImmediate } from "node:timers/promises";
import type { JobDeps } from "#app/services/edition/import.server.ts";

// Some 20 ms of the embedded database, which answers nobody else meanwhile; a busy machine may need five times that.
const batchRows = 200;

/**
 * Hands rows to `write` a batch at a time, giving way to other work between them. Stops with the signal's reason
 * when the job is given up.
 */
export async function writeBatches<Row>(
  deps: JobDeps,
  stage: string,
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchRows) {
    deps.signal.throwIfAborted();
    await write(rows.slice(from, from + batchRows));
    deps.progress({ stage, done: Math.min(from + batchRows, rows.length), total: rows.length, unit: "rows" });
    await setImmediate();
  }
}
