import { votingConnections } from "#app/domain/ballot/eligibility.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { addDays } from "#app/domain/team/day.ts";
import { lockVoters, setManyToldOfCycle, type Cycle } from "#db/queries/ballot.ts";
import {
  deleteLines,
  insertPaperBallots,
  votersByAccount,
  type BatchRow,
  type KeptLine,
} from "#db/queries/batch.ts";
import type { Db } from "#db/types.ts";
import { cycleKeyOf, voterKeyOf, voterOf } from "./cycle-key.server.ts";
import { minuteOf, type Deps } from "./deps.ts";
import { votersElsewhere } from "./voted-elsewhere.server.ts";

export interface CountedBatch {
  counted: number;
  /** Lines whose voter has a ballot already, here or in another neighbourhood's vote of this round: it stands. */
  repeated: readonly number[];
}

/** Holds the voters of some lines and their vote. */
export async function lockVotersOf(
  tx: Db,
  { id, neighbourhoodId }: Pick<Cycle, "id" | "neighbourhoodId">,
  lines: readonly KeptLine[],
) {
  const accountIds = lines.map(({ accountId }) => accountId);
  const found = await votersByAccount(tx, neighbourhoodId, accountIds);
  const voters = found.map((one) => ({
    ...one,
    voter: voterOf({ id: one.accountId, emailKey: one.emailKey }),
  }));
  await lockVoters(
    tx,
    voters.map(({ voter }) => voter),
    id,
  );
  return new Map(voters.map((one) => [one.accountId, one]));
}

/** Makes ballots of a batch whose two entries agree, and forgets the entries. */
export async function countBatch(
  tx: Db,
  { keys, now }: Pick<Deps, "keys" | "now">,
  {
    cycle,
    batch,
    lines,
    voters,
    settings,
  }: {
    cycle: Cycle;
    batch: BatchRow;
    lines: readonly KeptLine[];
    voters: Awaited<ReturnType<typeof lockVotersOf>>;
    settings: Settings;
  },
): Promise<CountedBatch> {
  const key = await cycleKeyOf(tx, keys, cycle.id);
  if (key === null) throw new Error("The key of a vote was destroyed before its ballots were counted.");
  const names = [...voters.values()].map(({ voter }) => voter);
  const elsewhere = await votersElsewhere(tx, keys, cycle, names, settings);
  const papers = lines.flatMap((line) => {
    const voter = voters.get(line.accountId);
    if (voter === undefined || elsewhere.has(voter.voter)) return [];
    if (!votingConnections.some((kind) => kind === voter.connection)) return [];
    const voterKey = voterKeyOf(key, voter.voter);
    return [{ line, voterKey, voter }];
  });
  const castAt = minuteOf(now);
  const added = new Set(
    await insertPaperBallots(
      tx,
      papers.map(({ line: { choices }, voterKey, voter: { ageBand, connection } }) => ({
        cycleId: cycle.id,
        voterKey,
        choices,
        mode: batch.mode,
        batchId: batch.id,
        ageBand,
        connection,
        castAt,
      })),
    ),
  );
  const counted = papers.filter(({ voterKey }) => added.has(voterKey)).map(({ line }) => line);
  await setManyToldOfCycle(
    tx,
    counted.flatMap(({ isToBeTold, accountId }) => (isToBeTold ? [accountId] : [])),
    cycle.id,
    londonMidnight(addDays(cycle.shortlistingEndsOn, 1)),
  );
  await deleteLines(tx, [batch.id]);
  return {
    counted: counted.length,
    repeated: lines.filter((line) => !counted.includes(line)).map(({ line }) => line),
  };
}
