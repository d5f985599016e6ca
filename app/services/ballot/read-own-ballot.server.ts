import { can, platform, type Actor } from "#app/domain/actor.ts";
import { findBallot, isToldOfCycle, type OwnBallot } from "#db/queries/ballot.ts";
import { findCycleKey } from "#db/queries/cycle-key.ts";
import { withActor } from "#db/with-actor.ts";
import { openCycleKey, voterKeyOf, voterOf } from "./cycle-key.server.ts";
import type { Deps } from "./deps.ts";
import { voterOfActor } from "./hold-vote.server.ts";

/** A voter's own ballot in a cycle, read in their place, as long as its key is there; null where they have none. */
export async function readOwnBallot(
  { db, keys }: Pick<Deps, "db" | "keys">,
  actor: Actor,
  cycleId: string,
): Promise<(OwnBallot & { isToBeTold: boolean }) | null> {
  if (!can(actor, "ballot:cast")) return null;
  return withActor(db, platform(actor.requestId), async (tx) => {
    const account = await voterOfActor(tx, actor);
    if (account === null) return null;
    const sealed = await findCycleKey(tx, cycleId);
    const key = openCycleKey(keys, cycleId, sealed?.sealedKey ?? null);
    const ballot = key === null ? null : await findBallot(tx, cycleId, voterKeyOf(key, voterOf(account)));
    return ballot === null ? null : { ...ballot, isToBeTold: await isToldOfCycle(tx, account.id, cycleId) };
  });
}
