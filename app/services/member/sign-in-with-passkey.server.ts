import { platform } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { challengeEnd } from "#app/domain/member/member.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { findChallenge, insertChallenge, useUpChallenge } from "#db/queries/challenge.ts";
import { findPasskey, touchPasskey } from "#db/queries/passkey.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { finishSignIn, recordRefusal, type SignedInMember } from "./finish-sign-in.server.ts";
import type { UsedPasskey } from "./passkey-answer.ts";
import { challengeOf, checkUsed } from "./passkey-ceremony.server.ts";
import type { RelyingParty } from "./relying-party.ts";
import type { Limited, Trier } from "./sign-in-with-password.server.ts";

/** Begins a sign-in by passkey: the challenge that one has to sign, bound to this browser, for five minutes. */
export const beginPasskeySignIn = (
  { db, now }: Pick<Deps, "db" | "now">,
  { browser, client, before }: Trier,
): Promise<{ ok: true; challenge: string } | Limited> =>
  withActor(db, platform(before.requestId), async (tx) => {
    const key = allowanceKey("signInsPerClient", client);
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.signInsPerClient, now);
    if (!isAllowed) return { ok: false, reason: "limited", retryAfterSeconds };
    const challenge = newToken();
    await insertChallenge(tx, {
      purpose: "passkey-sign-in",
      value: challenge,
      browserHash: hashToken(browser),
      expiresAt: challengeEnd("passkey-sign-in", now),
    });
    return { ok: true, challenge };
  });

export type PasskeyChecked = SignedInMember | { ok: false; reason: "refused" };
const refused = { ok: false, reason: "refused" } as const;

/** Signs in whoever answers this browser's challenge with a passkey of theirs. The challenge is used up either way. */
export async function signInWithPasskey(
  { db, now }: Pick<Deps, "db" | "now">,
  party: RelyingParty,
  { browser, before }: Omit<Trier, "client">,
  { response, device }: { response: UsedPasskey; device: string },
): Promise<PasskeyChecked> {
  const value = await challengeOf(response);
  if (value === null) return refused;
  const system = platform(before.requestId);
  const passkey = await withActor(db, system, async (tx) => {
    const wanted = { purpose: "passkey-sign-in", browserHash: hashToken(browser), value } as const;
    const challenge = await findChallenge(tx, wanted, now);
    if (challenge === null || !(await useUpChallenge(tx, challenge.id, now))) return null;
    const known = await findPasskey(tx, response.id);
    if (known === null) await recordRefusal(tx, now, before, null, "passkey");
    return known;
  });
  if (passkey === null) return refused;
  const counter = await checkUsed(party, value, passkey, response);
  return withActor(db, system, async (tx) => {
    if (counter === null || !(await touchPasskey(tx, passkey.id, counter, now))) {
      await recordRefusal(tx, now, before, passkey.accountId, "passkey");
      return refused;
    }
    return finishSignIn(tx, now, { accountId: passkey.accountId, method: "passkey", device, before });
  });
}
