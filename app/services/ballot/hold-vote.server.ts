import { refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { isVoteOpen } from "#app/domain/ballot/open.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findVote, findVoter, lockVoters, type Cycle, type Voter } from "#db/queries/ballot.ts";
import type { Db } from "#db/types.ts";
import { cycleKeyOf, openCycleKey } from "./cycle-key.server.ts";
import type { Deps } from "./deps.ts";

export const voteIsClosed = refused("form", "This vote is closed. Your ballot was not changed");
export const onlyResidentsVote = refused("form", "Only residents vote: police and partners take no part");

/** Whoever acts, as a voter; null for somebody who can have no ballot. */
export const voterOfActor = (tx: Db, { accountId }: Actor): Promise<Voter | null> =>
  accountId === null ? Promise.resolve(null) : findVoter(tx, accountId);

export interface HeldVote {
  cycle: Cycle;
  key: Buffer;
  shortlist: readonly number[];
}

/** Holds a voter's ballot and their vote, as long as that is open; null where it is not. */
export async function holdVote(
  tx: Db,
  { now, keys }: Pick<Deps, "now" | "keys">,
  voter: string,
  cycleId: string,
): Promise<HeldVote | null> {
  await lockVoters(tx, [voter], cycleId);
  const vote = await findVote(tx, cycleId);
  if (vote === null || !isVoteOpen(vote.cycle, londonDay(now))) return null;
  const key = openCycleKey(keys, cycleId, vote.sealedKey) ?? (await cycleKeyOf(tx, keys, cycleId));
  return key === null ? null : { cycle: vote.cycle, key, shortlist: vote.shortlist };
}
