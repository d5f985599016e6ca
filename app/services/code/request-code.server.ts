import { randomInt, randomUUID } from "node:crypto";
import { platform, type Actor } from "#app/domain/actor.ts";
import { codeDigits, codeLifeMs, writeCode, type CodePurpose } from "#app/domain/code/code.ts";
import { codeLetter } from "#app/domain/code/code-letter.ts";
import { allowanceKey, limits, type LimitName } from "#app/domain/limits.ts";
import { emailKeyOf, hashToken, keyedHash, newToken, type Keys } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endCodesOf, insertCode } from "#db/queries/email-code.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface CodeRequest {
  purpose: CodePurpose;
  /** Normalised. */
  email: string;
  /** The signed-in person it is for; null for a sign-in, which knows nobody yet. */
  accountId: string | null;
  clientKey: string;
  /** The token that this browser holds of an earlier request, if any. */
  browserBefore: string | null;
}

/** The token that binds the code to the browser: it goes into a cookie and is kept nowhere else. */
export type CodeRequested = { ok: true; browser: string } | { ok: false; retryAfterSeconds: number };

interface Deps {
  db: Db;
  now: Date;
  keys: Keys;
}

/**
 * Sends a code to an address. Nobody is looked up: the same happens for an address that has an account and one that
 * has none. An address that was sent too many is sent no more, and the answer does not say so.
 */
export const requestCode = (
  { db, now, keys }: Deps,
  actor: Actor,
  request: CodeRequest,
): Promise<CodeRequested> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const take = (name: LimitName, whose: string) =>
      takeAllowance(tx, allowanceKey(name, whose), limits[name], now);
    const client = await take("codesPerClient", request.clientKey);
    if (!client.isAllowed) return { ok: false, retryAfterSeconds: client.retryAfterSeconds };
    const all = await take("codesOfAll", "all");
    if (!all.isAllowed) return { ok: false, retryAfterSeconds: all.retryAfterSeconds };

    const emailKey = emailKeyOf(keys, request.email);
    const isSent =
      (await take("codesPerAddress", emailKey)).isAllowed &&
      (await take("codesPerAddressDaily", emailKey)).isAllowed;
    // A code that was sent before goes on working in this browser when no other takes its place.
    if (!isSent) {
      await recordAudit(tx, actor, now, {
        action: "code.request",
        subjectKind: "code",
        subjectId: null,
        reason: "limit",
        details: { purpose: request.purpose },
      });
      return { ok: true, browser: request.browserBefore ?? newToken() };
    }
    const browser = newToken();
    const id = await sendCode({ tx, now, keys }, { ...request, emailKey, browser });
    await recordAudit(tx, actor, now, {
      action: "code.request",
      subjectKind: "code",
      subjectId: id,
      details: { purpose: request.purpose },
    });
    return { ok: true, browser };
  });

/** What is kept of a code; the key is not in the database. */
export const hashCode = ({ codes }: Pick<Keys, "codes">, id: string, code: string) =>
  keyedHash(codes, "code", id, code);

/** Makes a code in place of this browser's last one and queues the message that carries it. Gives its id. */
async function sendCode(
  { tx, now, keys }: { tx: Db; now: Date; keys: Keys },
  {
    purpose,
    email,
    emailKey,
    accountId,
    browser,
    browserBefore,
  }: CodeRequest & { emailKey: string; browser: string },
): Promise<string> {
  if (browserBefore !== null)
    await endCodesOf(tx, { purpose, emailKey, browserHash: hashToken(browserBefore) }, now);
  const id = randomUUID();
  const code = writeCode(randomInt(10 ** codeDigits));
  await insertCode(tx, {
    id,
    purpose,
    email,
    emailKey,
    codeHash: hashCode(keys, id, code),
    browserHash: hashToken(browser),
    createdAt: now,
    expiresAt: new Date(now.getTime() + codeLifeMs),
  });
  await queueMail(tx, now, {
    purpose: "sign-in-code",
    accountId,
    recipient: email,
    ...codeLetter(code, purpose),
    isSecret: true,
  });
  return id;
}
