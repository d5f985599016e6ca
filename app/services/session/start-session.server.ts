import type { AccountKind } from "#app/domain/account/account.ts";
import type { Actor } from "#app/domain/actor.ts";
import { sessionLimits, type SignInMethod } from "#app/domain/session/session.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { updateAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionOf, insertSession } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";

export interface NewSession {
  account: { id: string; kind: AccountKind };
  method: SignInMethod;
  /** The browser in words. */
  device: string;
  /** The session that this browser had before: it ends, so that no reference outlives a sign-in. */
  before: Actor;
}

/**
 * Starts a session in the transaction of the sign-in and gives the reference that goes into the cookie; it is kept
 * nowhere else. Call it last: it writes the audit record.
 */
export async function startSession(
  tx: Db,
  now: Date,
  { account, method, device, before }: NewSession,
): Promise<string> {
  const reference = newToken();
  if (before.sessionId !== null && before.accountId !== null) {
    await endSessionOf(tx, before.accountId, before.sessionId, now);
  }
  await updateAccount(tx, account.id, { lastSeenAt: now });
  const { absoluteMs } = sessionLimits(account.kind, method);
  const id = await insertSession(tx, {
    referenceHash: hashToken(reference),
    accountId: account.id,
    method,
    device,
    createdAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    expiresAt: new Date(now.getTime() + absoluteMs),
  });
  const actor: Actor = {
    kind: account.kind,
    accountId: account.id,
    sessionId: id,
    requestId: before.requestId,
    roles: [],
  };
  await recordAudit(tx, actor, now, {
    action: "session.start",
    subjectKind: "session",
    subjectId: id,
    details: { method },
  });
  return reference;
}
