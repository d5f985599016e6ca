import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listCyclesToMove } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openFirstCycles } from "./open-first-cycles.server.ts";
import { runCycle, type CycleDeps } from "./run-cycle.server.ts";

const onePage = 100;

/**
 * Moves every cycle to where the calendar has it, each in a transaction of its own. May be begun twice, stopped between
 * two and killed within one; what cannot be moved does not hold the others up, and is told at the end.
 */
export async function runCycles({
  db,
  now,
  keys,
  signal,
}: CycleDeps & { db: Db; signal: AbortSignal }): Promise<void> {
  await openFirstCycles({ db, now, signal });
  const failures: unknown[] = [];
  const run = async (id: string) => {
    try {
      // The next cycle may begin on the very day on which one closes.
      let following: string | null = id;
      while (following !== null && !signal.aborted) {
        const current: string = following;
        following = await withActor(db, platform(), (tx) => runCycle(tx, { now, keys }, current));
      }
    } catch (error) {
      failures.push(error);
    }
  };
  let page: string[] = [];
  do {
    const afterId: string | null = page.at(-1) ?? null;
    page = await withActor(db, platform(), (tx) => listCyclesToMove(tx, londonDay(now), afterId, onePage));
    for (const id of page) if (!signal.aborted) await run(id);
  } while (page.length === onePage && !signal.aborted);
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
}
