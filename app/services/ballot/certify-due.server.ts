import { platform } from "#app/domain/actor.ts";
import { isDueForClock } from "#app/domain/ballot/open.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { listUncertified } from "#db/queries/tally.ts";
import { withActor } from "#db/with-actor.ts";
import { certifyTally } from "./certify-tally.server.ts";
import type { Deps } from "./deps.ts";

const countedAtOnce = 100;

/** Certifies the counts that no person certified in time, each in its own transaction; how many there were. */
export async function certifyDueTallies({
  db,
  now,
  signal,
}: Pick<Deps, "db" | "now"> & { signal: AbortSignal }): Promise<number> {
  const today = londonDay(now);
  const waiting = await withActor(db, platform(), (tx) => listUncertified(tx, countedAtOnce));
  let certified = 0;
  for (const { cycleId, panelSince, votingEndsOn } of waiting) {
    const openedOn = panelSince === null ? addDays(votingEndsOn, 1) : londonDay(panelSince);
    if (signal.aborted || !isDueForClock(openedOn, today)) continue;
    const done = await certifyTally({ db, now }, platform(), cycleId);
    if (done?.ok === true) certified += 1;
  }
  return certified;
}
