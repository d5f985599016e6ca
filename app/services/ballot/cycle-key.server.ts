import { randomBytes } from "node:crypto";
import { keyedHash, seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";
import { findCycleKey, insertCycleKey, listLiveKeys } from "#db/queries/cycle-key.ts";
import type { Db } from "#db/types.ts";

const contextOf = (cycleId: string) => `ballots of cycle ${cycleId}`;
const keyBytes = 32;

/** A key as `cycle_keys` holds it, opened; null once it was destroyed. */
export const openCycleKey = (
  keys: Pick<Keys, "seals">,
  cycleId: string,
  sealedKey: string | null,
): Buffer | null =>
  sealedKey === null ? null : Buffer.from(unseal(keys, contextOf(cycleId), sealedKey), "base64url");

/**
 * The key of a cycle's ballots, made at random the first time it is asked for, so that no secret of the installation
 * can bring it back; null once it was destroyed.
 */
export async function cycleKeyOf(tx: Db, keys: Pick<Keys, "seals">, cycleId: string): Promise<Buffer | null> {
  const found = await findCycleKey(tx, cycleId);
  return found === null ? makeCycleKey(tx, keys, cycleId) : openCycleKey(keys, cycleId, found.sealedKey);
}

async function makeCycleKey(tx: Db, keys: Pick<Keys, "seals">, cycleId: string): Promise<Buffer | null> {
  const made = seal(keys, contextOf(cycleId), randomBytes(keyBytes).toString("base64url"));
  await insertCycleKey(tx, cycleId, made);
  // Somebody else's, where two made one at the same moment.
  const kept = await findCycleKey(tx, cycleId);
  return openCycleKey(keys, cycleId, kept?.sealedKey ?? null);
}

/** Whom a ballot belongs to, as far as a vote depends on it: an address, or an account that has none. */
export const voterOf = ({ id, emailKey }: { id: string; emailKey: string | null }): string => emailKey ?? id;

/** What stands in a ballot instead of its voter. */
export const voterKeyOf = (cycleKey: Buffer, voter: string): string => keyedHash(cycleKey, "voter", voter);

/** What stands for somebody in every vote whose ballots can still be told to be theirs. */
export async function allVoterKeysOf(
  tx: Db,
  keys: Pick<Keys, "seals">,
  account: { id: string; emailKey: string | null },
): Promise<{ cycleId: string; voterKey: string }[]> {
  const live = await listLiveKeys(tx);
  return live.flatMap(({ cycleId, sealedKey }) => {
    const key = openCycleKey(keys, cycleId, sealedKey);
    return key === null ? [] : [{ cycleId, voterKey: voterKeyOf(key, voterOf(account)) }];
  });
}
