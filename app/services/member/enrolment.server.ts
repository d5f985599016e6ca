import { z } from "zod";
import { challengeEnd } from "#app/domain/member/member.ts";
import { hashToken, seal, unseal } from "#app/services/keys/keys.server.ts";
import { findChallenge, insertChallenge } from "#db/queries/challenge.ts";
import type { Db } from "#db/types.ts";
import type { Deps } from "./deps.ts";

export type EnrolmentPurpose = "passkey-enrol" | "authenticator-enrol";

const enrolmentSchema = z.object({
  /** Null where somebody signed in adds to what they have. */
  invitationId: z.string().nullable(),
  /** Of an account that may not exist yet. */
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  /** The challenge that a passkey has to sign (base64url), or the authenticator's secret (base32). */
  secret: z.string(),
});

/** A passkey or an authenticator app on its way to being somebody's proof. */
export type Enrolment = z.output<typeof enrolmentSchema>;

const contextOf = (purpose: EnrolmentPurpose) => `challenge:${purpose}`;

/** Begins one, bound to the browser of this nonce. */
export async function beginEnrolment(
  tx: Db,
  { now, keys }: Pick<Deps, "now" | "keys">,
  purpose: EnrolmentPurpose,
  browser: string,
  enrolment: Enrolment,
): Promise<void> {
  await insertChallenge(tx, {
    purpose,
    accountId: enrolment.invitationId === null ? enrolment.accountId : null,
    value: seal(keys, contextOf(purpose), JSON.stringify(enrolment)),
    browserHash: hashToken(browser),
    expiresAt: challengeEnd(purpose, now),
  });
}

/** The last one that this browser began for an invitation, or for somebody's own account; null when it is over. */
export async function findEnrolment(
  tx: Db,
  { now, keys }: Pick<Deps, "now" | "keys">,
  purpose: EnrolmentPurpose,
  browser: string,
  whose: { invitationId: string } | { accountId: string },
): Promise<(Enrolment & { challengeId: string }) | null> {
  const own = "accountId" in whose ? { accountId: whose.accountId } : {};
  const challenge = await findChallenge(tx, { purpose, browserHash: hashToken(browser), ...own }, now);
  if (challenge === null) return null;
  const enrolment = enrolmentSchema.parse(JSON.parse(unseal(keys, contextOf(purpose), challenge.value)));
  const isWanted =
    "accountId" in whose ? enrolment.invitationId === null : enrolment.invitationId === whose.invitationId;
  return isWanted ? { ...enrolment, challengeId: challenge.id } : null;
}
