import type { Refused } from "#app/domain/account/change.ts";
import { mayBeAdded } from "#app/domain/candidate/concerns.ts";
import {
  countInCycle,
  insertCandidateConcerns,
  listChoosable,
  lockConcerns,
  type ConcernOfCandidate,
} from "#db/queries/candidate-concerns.ts";
import type { Cycle } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";

/** Locks the concerns that somebody chose, where the held cycle may still choose each of them. */
export async function lockFreeConcerns(
  tx: Db,
  cycle: Cycle,
  concernIds: readonly string[],
): Promise<{ ok: true; concerns: ConcernOfCandidate[] } | Refused> {
  const chosen = [...new Set(concernIds)];
  // Locked first: what is free then stays so until the transaction ends.
  const concerns = await lockConcerns(tx, chosen);
  const free = new Set((await listChoosable(tx, cycle)).map(({ id }) => id));
  const judged = mayBeAdded(chosen, free);
  return judged.ok ? { ok: true, concerns } : judged;
}

/** Makes concerns part of a candidate, and counts them in its cycle. */
export async function putInCandidate(
  tx: Db,
  cycle: Cycle,
  candidateId: string,
  concerns: readonly ConcernOfCandidate[],
): Promise<void> {
  const ids = concerns.map(({ id }) => id);
  await insertCandidateConcerns(tx, candidateId, ids);
  await countInCycle(tx, cycle.id, ids);
}
