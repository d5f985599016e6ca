import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { setAgeBand, setConnection } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockEnteredResident } from "./lock-entered-resident.server.ts";

export interface Correction {
  reference: string;
  ageBand: AgeBand;
  connection: Connection;
}

/** Staff put right what a resident on paper said of themselves. False where they are not theirs to look after. */
export const correctEnteredResident = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { reference, ageBand, connection }: Correction,
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    const locked = await lockEnteredResident(tx, actor, reference);
    if (locked === null) return false;
    const { accountId, neighbourhoodId, ...before } = locked.resident;
    const changes = { ageBand: ageBand !== before.ageBand, connection: connection !== before.connection };
    if (changes.ageBand) await setAgeBand(tx, accountId, ageBand);
    if (changes.connection) await setConnection(tx, accountId, neighbourhoodId, connection);
    if (changes.ageBand || changes.connection)
      await recordAudit(tx, actor, now, {
        action: "resident.update",
        subjectKind: "account",
        subjectId: accountId,
        neighbourhoodId,
        details: changes,
      });
    return true;
  });
