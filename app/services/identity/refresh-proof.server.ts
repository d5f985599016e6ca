import type { AuditAction } from "#app/domain/audit/actions.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findAccountByIdentity } from "#db/queries/identity.ts";
import { refreshSession } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { IdentityKey } from "#db/queries/identity.ts";

export type ProofRefreshed = { ok: true; reference: string } | { ok: false; reason: "somebody-else" };

/**
 * The person of a session has proved again who they are: the session goes on under a new reference. Refused where the
 * provider proved somebody else. `actor` must be signed in.
 */
export function refreshProof(
  { db, now }: { db: Db; now: Date },
  actor: Actor & { accountId: string; sessionId: string },
  identity: IdentityKey,
): Promise<ProofRefreshed> {
  return withActor(db, platform(actor.requestId), async (tx) => {
    const account = await findAccountByIdentity(tx, identity);
    const record = (action: AuditAction, reason: string | null) =>
      recordAudit(tx, actor, now, { action, subjectKind: "session", subjectId: actor.sessionId, reason });
    if (account?.id !== actor.accountId) {
      await record("session.refuse-proof", "somebody-else");
      return { ok: false, reason: "somebody-else" };
    }
    const reference = newToken();
    await refreshSession(tx, actor.sessionId, hashToken(reference), now);
    await record("session.refresh", null);
    return { ok: true, reference };
  });
}
