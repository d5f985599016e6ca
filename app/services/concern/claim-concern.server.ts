import { platform, type Actor } from "#app/domain/actor.ts";
import { lineToRaiser } from "#app/domain/concern/words.ts";
import { findAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockConcern, updateConcern } from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { tellRaisers } from "./tell-raisers.server.ts";

/**
 * Makes a concern that this browser raised without an account the account's own, so that its owner hears what becomes
 * of it. The caller knows from the browser's sealed cookie that it was raised there. False where it is somebody's
 * already, or the account is the police's.
 */
export const claimConcern = (
  { db, now }: { db: Db; now: Date },
  { requestId }: Pick<Actor, "requestId">,
  { concernId, accountId }: { concernId: string; accountId: string },
): Promise<boolean> =>
  withActor(db, platform(requestId), async (tx) => {
    const account = await findAccount(tx, accountId);
    if (account === null || account.status !== "active" || account.kind === "staff") return false;
    const concern = await lockConcern(tx, concernId);
    if (concern === null || concern.raisedBy !== null || concern.source !== "online") return false;
    await updateConcern(tx, concernId, { raisedBy: accountId, changedAt: now });
    await tellRaisers(tx, now, concernId, lineToRaiser(concern.state));
    const claimer: Actor = { kind: account.kind, accountId, sessionId: null, requestId, roles: [] };
    await recordAudit(tx, claimer, now, {
      action: "concern.claim",
      subjectKind: "concern",
      subjectId: concernId,
      neighbourhoodId: concern.neighbourhoodId,
    });
    return true;
  });
