import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudits } from "#db/queries/audit.ts";
import { listWithoutCycle } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { cyclePlanner } from "./plan-cycle.server.ts";

// A page is a transaction, and a transaction is short.
const onePage = 10;

/** Plans a cycle from today for every neighbourhood in force that has none under way or planned. */
export async function openFirstCycles({
  db,
  now,
  signal,
}: {
  db: Db;
  now: Date;
  signal: AbortSignal;
}): Promise<void> {
  const actor = platform();
  let found = onePage;
  while (found === onePage && !signal.aborted) {
    found = await withActor(db, actor, async (tx) => {
      const without = await listWithoutCycle(tx, onePage);
      if (without.length === 0) return 0;
      const plan = await cyclePlanner(tx, now);
      const entries = [];
      for (const { neighbourhoodId, lastNumber } of without) {
        const planned = await plan({
          neighbourhoodId,
          number: (lastNumber ?? 0) + 1,
          startsOn: londonDay(now),
        });
        if (planned !== null) entries.push(planned.entry);
      }
      await recordAudits(tx, actor, now, entries);
      return without.length;
    });
  }
}
