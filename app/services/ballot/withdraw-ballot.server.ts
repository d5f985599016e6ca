import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { emptyBallot, setToldOfCycle } from "#db/queries/ballot.ts";
import { withActor } from "#db/with-actor.ts";
import { recordBallot } from "./ballot-record.server.ts";
import { voterKeyOf, voterOf } from "./cycle-key.server.ts";
import { minuteOf, type Deps } from "./deps.ts";
import { holdVote, onlyResidentsVote, voteIsClosed, voterOfActor } from "./hold-vote.server.ts";

/** Takes a ballot back while the vote is open: it counts no more, and its voter may vote elsewhere or again. */
export async function withdrawBallot(
  { db, now, keys }: Deps,
  actor: Actor,
  cycleId: string,
): Promise<Change> {
  if (!can(actor, "ballot:cast")) return onlyResidentsVote;
  return withActor(db, platform(actor.requestId), async (tx) => {
    const account = await voterOfActor(tx, actor);
    if (account === null) return onlyResidentsVote;
    const voter = voterOf(account);
    const vote = await holdVote(tx, { now, keys }, voter, cycleId);
    if (vote === null) return voteIsClosed;
    const { cycle, key } = vote;
    if (!(await emptyBallot(tx, cycle.id, voterKeyOf(key, voter), minuteOf(now))))
      return refused("form", "You have no ballot in this vote");
    await setToldOfCycle(tx, account.id, cycle.id, null);
    await recordBallot(tx, now, "ballot.withdraw", cycle);
    return done;
  });
}
