import { isSameRound } from "#app/domain/ballot/eligibility.ts";
import { cycleDaysOf, type Settings } from "#app/domain/settings/settings.ts";
import { addDays } from "#app/domain/team/day.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { standingVoterKeys, type Cycle } from "#db/queries/ballot.ts";
import { listKeysAround } from "#db/queries/cycle-key.ts";
import type { Db } from "#db/types.ts";
import { openCycleKey, voterKeyOf } from "./cycle-key.server.ts";

/** The voters among some who have a ballot in another neighbourhood’s vote of the same round. */
export async function votersElsewhere(
  tx: Db,
  keys: Pick<Keys, "seals">,
  cycle: Pick<Cycle, "neighbourhoodId" | "shortlistingEndsOn">,
  voters: readonly string[],
  settings: Settings,
): Promise<ReadonlySet<string>> {
  const cycleDays = cycleDaysOf(settings);
  const { neighbourhoodId, shortlistingEndsOn: opens } = cycle;
  const [from, to] = [addDays(opens, -cycleDays), addDays(opens, cycleDays)];
  const around = await listKeysAround(tx, neighbourhoodId, from, to);
  const round = around.filter((other) => isSameRound(opens, other.shortlistingEndsOn, cycleDays));
  const voterByKey = new Map<string, string>();
  for (const { cycleId, sealedKey } of round) {
    const key = openCycleKey(keys, cycleId, sealedKey);
    if (key !== null) for (const voter of voters) voterByKey.set(voterKeyOf(key, voter), voter);
  }
  const cycleIds = round.map(({ cycleId }) => cycleId);
  const found = await standingVoterKeys(tx, cycleIds, [...voterByKey.keys()]);
  return new Set(found.flatMap((voterKey) => voterByKey.get(voterKey) ?? []));
}
