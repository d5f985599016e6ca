import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { platform } from "#app/domain/actor.ts";
import { proofMoment } from "#app/domain/identity/proof-moment.ts";
import { hashToken } from "#app/services/keys/keys.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { insertAccount, updateAccount, type Account } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { dateProof, findAccountByIdentity, insertIdentity, lockIdentity } from "#db/queries/identity.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { ProvenIdentity } from "./identity-provider.server.ts";

export interface StaffSignIn {
  identity: ProvenIdentity;
  /** The browser in words. */
  device: string;
  /** Whoever this browser was before; their session ends. */
  before: Actor;
}

export type StaffSignedIn =
  { ok: true; reference: string; isWaiting: boolean } | { ok: false; reason: "closed" };

/** Signs somebody in whom the force's provider has proved; at the first time they get an account that waits for a post. */
export function signInStaff(
  { db, now }: { db: Db; now: Date },
  { identity, device, before }: StaffSignIn,
): Promise<StaffSignedIn> {
  return withActor(db, platform(before.requestId), async (tx) => {
    await lockIdentity(tx, identity);
    const known = await findAccountByIdentity(tx, identity);
    const account = known ?? (await addWaitingAccount(tx, now, identity));
    const actor: Actor = { ...before, kind: "staff", accountId: account.id, sessionId: null, roles: [] };
    const record = (action: AuditAction, reason: string | null = null) =>
      recordAudit(tx, actor, now, { action, subjectKind: "account", subjectId: account.id, reason });

    if (account.status === "closed") {
      await record("identity.refuse", "account-closed");
      return { ok: false, reason: "closed" };
    }
    const isRenamed = known !== null && (await followProvider(tx, known, identity));
    if (known === null) await record("identity.first-sign-in");
    if (isRenamed) await record("identity.rename");
    const reference = await startSession(tx, now, { account, method: "oidc", device, before });
    await dateProof(tx, hashToken(reference), proofMoment(identity.authenticatedAt, now));
    return { ok: true, reference, isWaiting: account.status === "waiting" };
  });
}

async function addWaitingAccount(tx: Db, now: Date, identity: ProvenIdentity): Promise<Account> {
  const { issuer, subject, name, email } = identity;
  // No key for the address: staff are never found by it, and two of them may be told the same one.
  const account = await insertAccount(tx, {
    kind: "staff",
    status: "waiting",
    name,
    email,
    createdAt: now,
  });
  await insertIdentity(tx, { issuer, subject, accountId: account.id, createdAt: now });
  return account;
}

/** Keeps name and address as the provider has them now; whether one of them changed. */
async function followProvider(tx: Db, account: Account, { name, email }: ProvenIdentity): Promise<boolean> {
  const told = { name: name ?? account.name, email: email ?? account.email };
  const isChanged = told.name !== account.name || told.email !== account.email;
  if (isChanged) await updateAccount(tx, account.id, told);
  return isChanged;
}
