import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { challengeEnd, mostCodeTries } from "#app/domain/member/member.ts";
import { paths } from "#app/paths.ts";
import { emailKeyOf, hashToken, unseal } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { findChallenge, insertChallenge, takeTry, useUpChallenge } from "#db/queries/challenge.ts";
import { findAuthenticator, findPassword, useUpStep } from "#db/queries/member-proof.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { sealContext, stepOfCode } from "./authenticator.server.ts";
import type { Deps } from "./deps.ts";
import { finishSignIn, recordRefusal, type SignedInMember } from "./finish-sign-in.server.ts";
import { wrongCodesMail } from "./member-mails.ts";
import { isPassword } from "./password-hash.server.ts";

/** Who tries, from where. */
export interface Trier {
  /** What the browser's cookie holds. */
  browser: string;
  /** The caller's address, hashed. */
  client: string;
  before: Actor;
}

export type Limited = { ok: false; reason: "limited"; retryAfterSeconds: number };
export type PasswordChecked = { ok: true } | { ok: false; reason: "wrong" } | Limited;

/**
 * The first half of a sign-in by password. Says the same, after the same work, of an address nobody has and of a
 * password that is wrong.
 */
export async function checkPassword(
  { db, now, keys }: Deps,
  { browser, client, before }: Trier,
  { email, password }: { email: string; password: string },
): Promise<PasswordChecked> {
  const emailKey = emailKeyOf(keys, normaliseEmail(email) ?? "");
  const system = platform(before.requestId);
  const started = await withActor(db, system, async (tx) => {
    const byClient = await takeAllowance(
      tx,
      allowanceKey("signInsPerClient", client),
      limits.signInsPerClient,
      now,
    );
    const byAccount = await takeAllowance(
      tx,
      allowanceKey("signInsPerAccount", emailKey),
      limits.signInsPerAccount,
      now,
    );
    const refused = [byClient, byAccount].find(({ isAllowed }) => !isAllowed);
    if (refused !== undefined) return { retryAfterSeconds: refused.retryAfterSeconds };
    return { kept: await findPassword(tx, emailKey) };
  });
  if (started.kept === undefined) {
    return { ok: false, reason: "limited", retryAfterSeconds: started.retryAfterSeconds };
  }
  const { kept } = started;
  const isRight = await isPassword(password, kept?.hash ?? null);
  return withActor(db, system, async (tx) => {
    if (!isRight || kept === null) {
      await recordRefusal(tx, now, before, kept?.accountId ?? null, "password");
      return { ok: false, reason: "wrong" };
    }
    await insertChallenge(tx, {
      purpose: "second-factor",
      accountId: kept.accountId,
      value: "",
      browserHash: hashToken(browser),
      expiresAt: challengeEnd("second-factor", now),
    });
    return { ok: true };
  });
}

/** `start-again`: no password was given in this browser in the last minutes, or the tries are used up. */
export type CodeChecked =
  SignedInMember | { ok: false; reason: "start-again" } | { ok: false; reason: "wrong"; triesLeft: number };

/** Whether this browser has given a password and may now give a code. */
export const awaitsCode = ({ db, now }: Deps, browser: string): Promise<boolean> =>
  withActor(db, platform(), async (tx) => {
    const challenge = await findChallenge(tx, stepOf(browser), now);
    return challenge !== null && challenge.tries < mostCodeTries;
  });

const stepOf = (browser: string) => ({ purpose: "second-factor", browserHash: hashToken(browser) }) as const;

/** The second half: a code of the authenticator app, which counts once. */
export const signInWithCode = (
  { db, now, keys, publicUrl }: Deps & { publicUrl: string },
  { browser, before }: Omit<Trier, "client">,
  { code, device }: { code: string; device: string },
): Promise<CodeChecked> =>
  withActor(db, platform(before.requestId), async (tx) => {
    const startAgain = { ok: false, reason: "start-again" } as const;
    const challenge = await findChallenge(tx, stepOf(browser), now);
    if (challenge?.accountId == null) return startAgain;
    const { id, accountId } = challenge;
    // Counted over all challenges, so that whoever knows a password cannot begin again for five more.
    const key = allowanceKey("signInsPerAccount", `code:${accountId}`);
    const isAllowed = (await takeAllowance(tx, key, limits.signInsPerAccount, now)).isAllowed;
    const tries = isAllowed ? await takeTry(tx, id, mostCodeTries, now) : null;
    if (tries === null) return startAgain;

    const authenticator = await findAuthenticator(tx, accountId);
    const step =
      authenticator &&
      stepOfCode(unseal(keys, sealContext(accountId), authenticator.sealedSecret), code, now);
    if (step === null || !(await useUpStep(tx, accountId, step)) || !(await useUpChallenge(tx, id, now))) {
      if (tries === mostCodeTries) await warn(tx, now, accountId, publicUrl);
      await recordRefusal(tx, now, before, accountId, "code");
      return { ok: false, reason: "wrong", triesLeft: mostCodeTries - tries };
    }
    return finishSignIn(tx, now, { accountId, method: "password", device, before });
  });

async function warn(tx: Db, now: Date, accountId: string, publicUrl: string) {
  const account = await findAccount(tx, accountId);
  if (account?.email == null) return;
  const mail = wrongCodesMail(`${publicUrl}${paths.partners.security()}`);
  await queueMail(tx, now, { ...mail, accountId, recipient: account.email });
}
