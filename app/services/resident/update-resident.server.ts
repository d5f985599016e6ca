import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mostConnections } from "#app/domain/resident/resident.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findResident, lockAccount, setAgeBand, setConnection } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** What a resident says of themselves; null for what they do not change. */
export interface ResidentUpdate {
  ageBand: AgeBand | null;
  connection: { neighbourhoodId: string; kind: Connection } | null;
}

export type ResidentUpdated = { ok: true } | { ok: false; message: string };

/** Keeps what a resident says of themselves. Nothing is kept of anybody who is no resident. */
export const updateResident = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { ageBand, connection }: ResidentUpdate,
): Promise<ResidentUpdated> =>
  withActor(db, actor, async (tx) => {
    const account = actor.accountId === null ? null : await lockAccount(tx, actor.accountId);
    if (account?.kind !== "resident") throw new Error("Only a resident says how they belong somewhere.");
    if (connection !== null) {
      const { connections } = await findResident(tx, account.id);
      const others = connections.filter((each) => each.neighbourhoodId !== connection.neighbourhoodId);
      if (others.length >= mostConnections) {
        const message = `You can have ${mostConnections} neighbourhoods. Remove one before you add another`;
        return { ok: false, message };
      }
      await setConnection(tx, account.id, connection.neighbourhoodId, connection.kind);
    }
    if (ageBand !== null) await setAgeBand(tx, account.id, ageBand);
    if (ageBand !== null || connection !== null)
      await recordAudit(tx, actor, now, {
        action: "resident.update",
        subjectKind: "account",
        subjectId: account.id,
        details: { ageBand: ageBand !== null, connection: connection !== null },
      });
    return { ok: true };
  });
