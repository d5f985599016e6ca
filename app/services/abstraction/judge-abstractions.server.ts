import { platform } from "#app/domain/actor.ts";
import { teamsInForce } from "#db/queries/abstraction-improvement.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { judgeTeam } from "./judge-team.server.ts";

interface Judging {
  db: Db;
  now: Date;
  signal: AbortSignal;
}

/**
 * Judges what months of each team are over and were not judged, or are not what was judged: opens improvements, moves
 * them on and closes them. Each team is one transaction that holds it, so that two processes, or a run begun again,
 * judge nothing twice.
 */
export async function judgeAbstractions({ db, now, signal }: Judging): Promise<void> {
  const teams = await withActor(db, platform(), teamsInForce);
  for (const team of teams) {
    if (signal.aborted) return;
    await withActor(db, platform(), (tx) => judgeTeam(tx, team, now));
  }
}
