import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { isVoteOpen } from "#app/domain/ballot/open.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { emptyBallot, holdCycleOpen, lockVoters, setToldOfCycle } from "#db/queries/ballot.ts";
import { withActor } from "#db/with-actor.ts";
import { recordBallot } from "./ballot-record.server.ts";
import { onlyResidentsVote, voteIsClosed, voterAccount } from "./cast-ballot.server.ts";
import { cycleKeyOf, voterKeyOf, voterOf } from "./cycle-key.server.ts";
import { minuteOf, type Deps } from "./deps.ts";

/** Takes a ballot back while the vote is open: it counts no more, and its voter may vote elsewhere or again. */
export async function withdrawBallot(
  { db, now, keys }: Deps,
  actor: Actor,
  cycleId: string,
): Promise<Change> {
  if (!can(actor, "ballot:cast")) return onlyResidentsVote;
  return withActor(db, platform(actor.requestId), async (tx) => {
    const account = await voterAccount(tx, actor);
    if (account === null) return onlyResidentsVote;
    const voter = voterOf(account);
    await lockVoters(tx, [voter]);
    const cycle = await holdCycleOpen(tx, cycleId);
    const cycleKey = cycle === null ? null : await cycleKeyOf(tx, keys, cycle.id);
    if (cycle === null || cycleKey === null || !isVoteOpen(cycle, londonDay(now))) return voteIsClosed;
    if (!(await emptyBallot(tx, cycle.id, voterKeyOf(cycleKey, voter), minuteOf(now))))
      return refused("form", "You have no ballot in this vote");
    await setToldOfCycle(tx, account.id, cycle.id, null);
    await recordBallot(tx, now, "ballot.withdraw", cycle);
    return done;
  });
}
