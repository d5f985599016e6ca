import type { Actor } from "#app/domain/actor.ts";
import { agreementVersion } from "#app/domain/member/agreement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import type { SignInMethod } from "#app/domain/session/session.ts";
import { findAccountByEmail, insertAccount, type Account } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockOpenInvitation, markAccepted, type Invitation } from "#db/queries/invitation.ts";
import { eraseProofs } from "#db/queries/member-proof.ts";
import { forgetLostProof, insertMemberRole, lockMember, recordAgreement } from "#db/queries/member.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { proofChangedMail } from "./member-mails.ts";

export interface Admission {
  invitationId: string;
  /** The id that a new account gets. */
  accountId: string;
  name: string;
}

/** `gone`: used, withdrawn or expired meanwhile, or the address has an account by now. */
export type Admitted = { ok: true; reference: string } | { ok: false; reason: "gone" };

export interface AdmittedAs {
  method: SignInMethod;
  device: string;
  /** Whoever was signed in on this browser before. */
  before: Actor;
  publicUrl: string;
  /** Writes the proof that the new member signs in by. */
  keepProof: (tx: Db, accountId: string) => Promise<void>;
}

/**
 * Uses an invitation up: makes the member, or replaces the proofs of one who lost theirs, and signs them in. Of
 * several who come with one link at once, the first is let in.
 */
export async function admit(
  tx: Db,
  now: Date,
  { invitationId, accountId, name }: Admission,
  { method, device, before, publicUrl, keepProof }: AdmittedAs,
): Promise<Admitted> {
  const invitation = await lockOpenInvitation(tx, invitationId, now);
  if (invitation?.email == null) return { ok: false, reason: "gone" };
  const account =
    invitation.accountId === null
      ? await addMember(tx, now, invitation, { id: accountId, name })
      : await letBack(tx, now, invitation.accountId, publicUrl);
  if (account === null) return { ok: false, reason: "gone" };
  await keepProof(tx, account.id);
  await markAccepted(tx, invitation.id, account.id, now);
  const self: Actor = { ...before, kind: "member", accountId: account.id, sessionId: null, roles: [] };
  await recordAudit(tx, self, now, {
    action: invitation.accountId === null ? "member.join" : "member.come-back",
    subjectKind: "account",
    subjectId: account.id,
    agencyId: account.agencyId,
    neighbourhoodId: invitation.areaKind === "neighbourhood" ? invitation.areaId : null,
    details: { kind: invitation.kind, method, agreement: agreementVersion },
  });
  return { ok: true, reference: await startSession(tx, now, { account, method, device, before }) };
}

async function addMember(
  tx: Db,
  now: Date,
  { kind, email, emailKey, agencyId, areaKind, areaId, endsOn, invitedBy }: Invitation,
  { id, name }: { id: string; name: string },
): Promise<Account | null> {
  if ((await findAccountByEmail(tx, "member", emailKey)) !== null) return null;
  const account = await insertAccount(tx, {
    id,
    kind: "member",
    status: "active",
    name,
    email,
    emailKey,
    agencyId,
    createdAt: now,
  });
  const startsOn = londonDay(now);
  const role = { kind, areaKind, areaId, startsOn, endsOn, appointedBy: invitedBy };
  await insertMemberRole(tx, { accountId: id, ...role }, now);
  await recordAgreement(tx, id, agreementVersion, now);
  return account;
}

async function letBack(tx: Db, now: Date, id: string, publicUrl: string): Promise<Account | null> {
  const account = await lockMember(tx, id);
  if (account === null) return null;
  await eraseProofs(tx, id);
  await endSessionsOf(tx, id, now);
  await forgetLostProof(tx, id);
  await recordAgreement(tx, id, agreementVersion, now);
  if (account.email !== null) {
    const what = "your passkeys and your password were replaced by a new way to sign in";
    const mail = proofChangedMail(what, `${publicUrl}${paths.partners.security()}`);
    await queueMail(tx, now, { ...mail, accountId: id, recipient: account.email });
  }
  return account;
}
