import { can, platform, type Actor } from "#app/domain/actor.ts";
import { findCycle, type Cycle } from "#db/queries/ballot.ts";
import { isCertified } from "#db/queries/tally.ts";
import { listBursts, type Burst } from "#db/queries/turnout.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { voteSettings } from "./vote-settings.server.ts";

const burstsOnAPage = 50;

/** The bursts of a cycle's ballots, without anybody's identity or choice; null where they are not the actor's to see. */
export const readBursts = (
  { db }: Pick<Deps, "db">,
  actor: Actor,
  cycleId: string,
): Promise<{ cycle: Cycle; bursts: Burst[]; isCertified: boolean } | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await findCycle(tx, cycleId);
    if (cycle === null || !can(actor, "ballot:quarantine", cycle)) return null;
    const { smallestShownCount } = await voteSettings(tx);
    const certified = await isCertified(tx, cycleId);
    const bursts = certified ? [] : await listBursts(tx, cycleId, smallestShownCount, burstsOnAPage);
    return { cycle, bursts, isCertified: certified };
  });
