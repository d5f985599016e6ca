import type { Actor } from "#app/domain/actor.ts";
import { mayRemovePasskey, tidyName } from "#app/domain/member/member.ts";
import { passwordProblem } from "#app/domain/member/password.ts";
import { paths } from "#app/paths.ts";
import { newToken, seal } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import type { Account } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { useUpChallenge } from "#db/queries/challenge.ts";
import { proofsOf, putPassword } from "#db/queries/member-proof.ts";
import { lockMember } from "#db/queries/member.ts";
import {
  deletePasskey,
  insertPasskey,
  isPasskeyKnown,
  mostPasskeys,
  renamePasskey as writeName,
} from "#db/queries/passkey.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { newAuthenticatorSecret, sealContext, stepOfCode } from "./authenticator.server.ts";
import { refusal, type Deps, type FieldError } from "./deps.ts";
import { beginEnrolment, findEnrolment, type Enrolment, type EnrolmentPurpose } from "./enrolment.server.ts";
import { proofChangedMail } from "./member-mails.ts";
import type { CreatedPasskey } from "./passkey-answer.ts";
import { checkCreated } from "./passkey-ceremony.server.ts";
import { hashPassword } from "./password-hash.server.ts";
import type { RelyingParty } from "./relying-party.ts";

type OwnDeps = Deps & { publicUrl: string };
export type ProofChanged<Field extends string> =
  { ok: true } | { ok: false; reason: "gone" } | { ok: false; errors: FieldError<Field>[] };
const gone = { ok: false, reason: "gone" } as const;

/** Begins to add a passkey, or to set a password with an authenticator app, for somebody signed in. */
export const beginOwnProof = (
  { db, now, keys }: Deps,
  actor: Actor,
  { purpose, browser }: { purpose: EnrolmentPurpose; browser: string },
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    const account = await ownAccount(tx, actor);
    if (account === null) return false;
    await beginEnrolment(tx, { now, keys }, purpose, browser, {
      invitationId: null,
      accountId: account.id,
      name: account.name ?? "",
      email: account.email ?? "",
      secret: purpose === "passkey-enrol" ? newToken() : newAuthenticatorSecret(),
    });
    return true;
  });

/** What somebody signed in has begun in this browser; null when they have to begin again. */
export const readOwnProof = (
  { db, now, keys }: Deps,
  actor: Actor,
  { purpose, browser }: { purpose: EnrolmentPurpose; browser: string },
): Promise<(Enrolment & { challengeId: string }) | null> => {
  const { accountId } = actor;
  if (accountId === null) return Promise.resolve(null);
  return withActor(db, actor, (tx) => findEnrolment(tx, { now, keys }, purpose, browser, { accountId }));
};

/** Adds the passkey that was begun. */
export async function addPasskey(
  deps: OwnDeps,
  party: RelyingParty,
  actor: Actor,
  { browser, device, response }: { browser: string; device: string; response: CreatedPasskey },
): Promise<ProofChanged<"passkey">> {
  const { db, now } = deps;
  const begun = await readOwnProof(deps, actor, { purpose: "passkey-enrol", browser });
  if (begun === null) return gone;
  const passkey = await checkCreated(party, begun.secret, response);
  const unusable = refusal("passkey", "Your device made a passkey that does not fit this service. Try again");
  if (passkey === null) return unusable;
  return withActor(db, actor, async (tx) => {
    const account = await ownAccount(tx, actor);
    if (account === null || !(await useUpChallenge(tx, begun.challengeId, now))) return gone;
    if (await isPasskeyKnown(tx, passkey.id)) return unusable;
    if ((await proofsOf(tx, account.id)).passkeys >= mostPasskeys) {
      return refusal("passkey", "Remove a passkey that you no longer use first");
    }
    await insertPasskey(tx, { ...passkey, accountId: account.id, name: device, createdAt: now });
    await tell(deps, tx, actor, account, "passkey.add", "a passkey was added to your account");
    return { ok: true };
  });
}

/** Gives a passkey another name. */
export const renamePasskey = (
  { db, now }: Deps,
  actor: Actor,
  { id, name: typed }: { id: string; name: string },
): Promise<ProofChanged<"name">> =>
  withActor(db, actor, async (tx) => {
    const account = await ownAccount(tx, actor);
    const name = tidyLabel(typed);
    if (name === null) return refusal("name", "Enter a name of up to 80 characters");
    if (account === null || !(await writeName(tx, account.id, id, name))) return gone;
    await recordOwn(tx, now, actor, account, "passkey.rename");
    return { ok: true };
  });

const tidyLabel = (typed: string) => {
  const label = typed.trim().replace(/\s+/g, " ");
  return tidyName(label) ?? (label.length > 0 && label.length <= 80 ? label : null);
};

/** Removes a passkey, unless it is the last way to sign in; signs other browsers out. */
export const removePasskey = (deps: OwnDeps, actor: Actor, id: string): Promise<ProofChanged<"passkey">> =>
  withActor(deps.db, actor, async (tx) => {
    // The account is held, so that two removals at once cannot each leave the other's passkey as the last.
    const account = await ownAccount(tx, actor);
    if (account === null) return gone;
    if (!mayRemovePasskey(await proofsOf(tx, account.id))) {
      return refusal("passkey", "This is your only way to sign in. Add another one before you remove it");
    }
    if (!(await deletePasskey(tx, account.id, id))) return gone;
    await tell(deps, tx, actor, account, "passkey.remove", "a passkey was removed from your account");
    return { ok: true };
  });

/** Sets or changes the password and its authenticator app; signs other browsers out. */
export async function changePassword(
  deps: OwnDeps,
  actor: Actor,
  { browser, password, code }: { browser: string; password: string; code: string },
): Promise<ProofChanged<"password" | "code">> {
  const { db, now, keys } = deps;
  const begun = await readOwnProof(deps, actor, { purpose: "authenticator-enrol", browser });
  if (begun === null) return gone;
  const weakness = passwordProblem(password, begun);
  if (weakness !== null) return refusal("password", weakness);
  const lastStep = stepOfCode(begun.secret, code, now);
  if (lastStep === null) return refusal("code", "Enter the 6 digits that your app shows now");
  const hash = await hashPassword(password);
  return withActor(db, actor, async (tx) => {
    const account = await ownAccount(tx, actor);
    if (account === null || !(await useUpChallenge(tx, begun.challengeId, now))) return gone;
    const sealedSecret = seal(keys, sealContext(account.id), begun.secret);
    await putPassword(tx, { accountId: account.id, hash, sealedSecret, lastStep }, now);
    await tell(
      deps,
      tx,
      actor,
      account,
      "password.change",
      "your password and authenticator app were changed",
    );
    return { ok: true };
  });
}

/** The account of a member signed in, held until the transaction ends. */
const ownAccount = (tx: Db, { kind, accountId }: Actor): Promise<Account | null> =>
  kind === "member" && accountId !== null ? lockMember(tx, accountId) : Promise.resolve(null);

/** After a change of proofs: other browsers are signed out, the person is told, the change recorded. */
async function tell(
  { now, publicUrl }: OwnDeps,
  tx: Db,
  actor: Actor,
  account: Account,
  action: "passkey.add" | "passkey.remove" | "password.change",
  what: string,
): Promise<void> {
  if (action !== "passkey.add") await endSessionsOf(tx, account.id, now, actor.sessionId ?? undefined);
  if (account.email !== null) {
    const mail = proofChangedMail(what, `${publicUrl}${paths.partners.security()}`);
    await queueMail(tx, now, { ...mail, accountId: account.id, recipient: account.email });
  }
  await recordOwn(tx, now, actor, account, action);
}

const recordOwn = (
  tx: Db,
  now: Date,
  actor: Actor,
  account: Account,
  action: "passkey.add" | "passkey.rename" | "passkey.remove" | "password.change",
) =>
  recordAudit(tx, actor, now, {
    action,
    subjectKind: "account",
    subjectId: account.id,
    agencyId: account.agencyId,
  });
