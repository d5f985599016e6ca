import { randomBytes } from "node:crypto";
import { seal, type Keys } from "#app/services/keys/keys.server.ts";
import { keepCycleKey } from "#db/queries/cycle-key-life.ts";
import type { Db } from "#db/types.ts";

const keyBytes = 32;

/** Makes the key of a cycle's ballots at random, so that no secret of the installation can bring it back. */
export const makeCycleKey = (tx: Db, keys: Pick<Keys, "seals">, cycleId: string): Promise<void> =>
  keepCycleKey(
    tx,
    cycleId,
    seal(keys, `ballots of cycle ${cycleId}`, randomBytes(keyBytes).toString("base64url")),
  );
