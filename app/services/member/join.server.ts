import { platform, type Actor } from "#app/domain/actor.ts";
import { tidyName, waysFor } from "#app/domain/member/member.ts";
import { passwordProblem } from "#app/domain/member/password.ts";
import { hashToken, seal } from "#app/services/keys/keys.server.ts";
import { useUpChallenge } from "#db/queries/challenge.ts";
import { findOpenInvitation } from "#db/queries/invitation.ts";
import { putPassword } from "#db/queries/member-proof.ts";
import { insertPasskey, isPasskeyKnown } from "#db/queries/passkey.ts";
import { withActor } from "#db/with-actor.ts";
import { admit, type Admitted, type AdmittedAs } from "./admit.server.ts";
import { sealContext, stepOfCode } from "./authenticator.server.ts";
import { refusal, type Deps, type FieldError } from "./deps.ts";
import type { CreatedPasskey } from "./passkey-answer.ts";
import { checkCreated } from "./passkey-ceremony.server.ts";
import { hashPassword } from "./password-hash.server.ts";
import { readJoining } from "./read-joining.server.ts";
import type { RelyingParty } from "./relying-party.ts";

export interface Joiner {
  token: string;
  /** What the browser's cookie holds. */
  browser: string;
  device: string;
  /** Whoever was signed in on this browser before. */
  before: Actor;
  publicUrl: string;
}

const gone = { ok: false, reason: "gone" } as const;
const as = (
  { device, before, publicUrl }: Joiner,
  method: AdmittedAs["method"],
  keepProof: AdmittedAs["keepProof"],
): AdmittedAs => ({ method, device, before, publicUrl, keepProof });

/** Accepts an invitation with a new passkey. `refused`: the passkey does not answer what was asked. */
export async function joinWithPasskey(
  deps: Deps,
  party: RelyingParty,
  joiner: Joiner,
  response: CreatedPasskey,
): Promise<Admitted | { ok: false; reason: "refused" }> {
  const { db, now } = deps;
  const joining = await readJoining(deps, { ...joiner, purpose: "passkey-enrol" });
  if (joining === null) return gone;
  const passkey = await checkCreated(party, joining.secret, response);
  if (passkey === null) return { ok: false, reason: "refused" };
  return withActor(db, platform(joiner.before.requestId), async (tx) => {
    if (!(await useUpChallenge(tx, joining.challengeId, now))) return gone;
    if (await isPasskeyKnown(tx, passkey.id)) return { ok: false, reason: "refused" };
    const keepProof = (_: typeof tx, accountId: string) =>
      insertPasskey(tx, { ...passkey, accountId, name: joiner.device, createdAt: now, lastUsedAt: now });
    return admit(tx, now, joining, as(joiner, "passkey", keepProof));
  });
}

export type JoinedWithPassword = Admitted | { ok: false; errors: FieldError<"password" | "code">[] };

/** Accepts an invitation with a password and an authenticator app, which one of its codes confirms. */
export async function joinWithPassword(
  deps: Deps,
  joiner: Joiner,
  { password, code }: { password: string; code: string },
): Promise<JoinedWithPassword> {
  const { db, now, keys } = deps;
  const joining = await readJoining(deps, { ...joiner, purpose: "authenticator-enrol" });
  if (joining === null) return gone;
  const weakness = passwordProblem(password, joining);
  if (weakness !== null) return refusal("password", weakness);
  const lastStep = stepOfCode(joining.secret, code, now);
  if (lastStep === null) return refusal("code", "Enter the 6 digits that your app shows now");
  const hash = await hashPassword(password);
  return withActor(db, platform(joiner.before.requestId), async (tx) => {
    if (!(await useUpChallenge(tx, joining.challengeId, now))) return gone;
    const keepProof = (_: typeof tx, accountId: string) => {
      const sealedSecret = seal(keys, sealContext(accountId), joining.secret);
      return putPassword(tx, { accountId, hash, sealedSecret, lastStep }, now);
    };
    return admit(tx, now, joining, as(joiner, "password", keepProof));
  });
}

export type JoinedByEmail = Admitted | { ok: false; errors: FieldError<"name" | "way">[] };

/** Accepts an invitation with no proof but the address: for those to whom nothing restricted is shown. */
export const joinByEmail = ({ db, now }: Deps, joiner: Joiner, typedName: string): Promise<JoinedByEmail> =>
  withActor(db, platform(joiner.before.requestId), async (tx) => {
    const invitation = await findOpenInvitation(tx, hashToken(joiner.token), now);
    if (invitation === null) return gone;
    const name = invitation.accountName ?? tidyName(typedName);
    if (name === null) return refusal("name", "Enter your name, in letters");
    if (!waysFor(invitation.kind).includes("email-code")) {
      return refusal("way", "Select how you want to sign in");
    }
    return admit(
      tx,
      now,
      {
        invitationId: invitation.id,
        accountId: invitation.accountId ?? crypto.randomUUID(),
        name,
      },
      as(joiner, "email-code", () => Promise.resolve()),
    );
  });
