import { randomInt } from "node:crypto";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { insertAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertEnteredResident, setConnection } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface ResidentToEnter {
  neighbourhoodId: string;
  connection: Connection;
  ageBand: AgeBand;
}

export type ResidentEntered = { ok: true; reference: string } | { ok: false; message: string };

/**
 * Staff enter a resident who takes part by telephone or on paper: no name, no address, only a reference to write on
 * the paper. Only for a neighbourhood that the permission reaches.
 */
export const enterResident = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { neighbourhoodId, connection, ageBand }: ResidentToEnter,
): Promise<ResidentEntered> =>
  withActor(db, actor, async (tx) => {
    if (actor.accountId === null || !can(actor, "resident:assist", { neighbourhoodId })) {
      return { ok: false, message: "Choose a neighbourhood that you work for" };
    }
    const account = await insertAccount(tx, { kind: "resident", status: "active", createdAt: now });
    const reference = await giveReference(tx, { accountId: account.id, enteredBy: actor.accountId, ageBand });
    await setConnection(tx, account.id, neighbourhoodId, connection);
    await recordAudit(tx, actor, now, {
      action: "resident.enter",
      subjectKind: "account",
      subjectId: account.id,
      neighbourhoodId,
    });
    return { ok: true, reference };
  });

const mostAttempts = 20;

async function giveReference(
  tx: Db,
  resident: { accountId: string; enteredBy: string; ageBand: AgeBand },
): Promise<string> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reference = referenceOf("resident", randomInt(referenceCount("resident")));
    if (await insertEnteredResident(tx, { ...resident, reference })) return reference;
  }
  throw new Error("Nearly every reference is taken: make them a letter longer.");
}
