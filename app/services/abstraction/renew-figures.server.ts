import type { JobDeps } from "#app/services/edition/import.server.ts";
import { holdAllFigures } from "#db/queries/abstraction-figures.ts";
import { listFigureMonths, renewMonth } from "#db/queries/abstraction-renewal.ts";

/**
 * Works every month of every neighbourhood out anew from duties and entries, a month in one transaction, and answers
 * how many rows were not as they ought to be: none, unless somebody wrote to the database past this platform.
 */
export async function renewAllFigures(deps: JobDeps): Promise<{ months: number; changed: number }> {
  const months = await listFigureMonths(deps.db, null);
  let changed = 0;
  for (const [done, month] of months.entries()) {
    deps.signal.throwIfAborted();
    deps.progress({ stage: "Working out months", done, total: months.length, unit: "rows" });
    changed += await deps.db.transaction(async (tx) => {
      await holdAllFigures(tx);
      return renewMonth(tx, month);
    });
  }
  return { months: months.length, changed };
}
