import { platform, scopeOf, type Actor } from "#app/domain/actor.ts";
import { allVoterKeysOf } from "#app/services/ballot/cycle-key.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findEnteredResident, type EnteredResident } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { heldData } from "./held-data.server.ts";

export interface EnteredResidentView extends EnteredResident {
  /** The kinds of data that there is something of, in the words of the person's own file, and how many entries. */
  held: { words: string; entries: number }[];
}

const entriesIn = (part: unknown): number => (Array.isArray(part) ? part.length : part === null ? 0 : 1);

/**
 * A resident on paper and what is held about them, as far as it may be shown to staff: what they said of themselves,
 * and of the rest how much there is, so that nobody reads what they voted for. Each look is recorded. Null where they
 * are not the actor's to look after.
 */
export const viewEnteredResident = (
  { db, now, keys }: { db: Db; now: Date; keys: Pick<Keys, "seals"> },
  actor: Actor,
  reference: string,
): Promise<EnteredResidentView | null> =>
  // Some of what is held only the platform may read; whose resident it is has been asked before.
  withActor(db, platform(actor.requestId), async (tx) => {
    const scope = scopeOf(actor, "resident:assist");
    const resident = scope === null ? null : await findEnteredResident(tx, scope, reference);
    const account = resident === null ? null : await findAccount(tx, resident.accountId);
    if (resident === null || account === null) return null;
    const { id: accountId, email, emailKey } = account;
    const voterKeys = await allVoterKeysOf(tx, keys, account);
    const held: EnteredResidentView["held"] = [];
    for (const { words, read } of heldData) {
      const entries = entriesIn(await read(tx, { accountId, email, emailKey, voterKeys }));
      if (entries > 0) held.push({ words, entries });
    }
    await recordAudit(tx, actor, now, {
      action: "resident.read",
      subjectKind: "account",
      subjectId: accountId,
      neighbourhoodId: resident.neighbourhoodId,
    });
    return { ...resident, held };
  });
