import type { Actor } from "#app/domain/actor.ts";
import { codeTriesPerClient, mostTries, type CodePurpose } from "#app/domain/code/code.ts";
import { emailKeyOf, hashToken, type Keys } from "#app/services/keys/keys.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findLastCode, tryCode } from "#db/queries/email-code.ts";
import type { Db } from "#db/types.ts";
import { hashCode } from "./request-code.server.ts";

/** A code as somebody entered it. */
export interface EnteredCode {
  /** Six digits. */
  code: string;
  /** The normalised address that it was asked for. */
  email: string;
  /** The token of the browser that asked. */
  browser: string;
  clientKey: string;
}

/** `wrong` covers a code that is used, expired, out of tries or was never sent: nobody is told which. */
export type CodeChecked =
  { kind: "right" } | { kind: "wrong" } | { kind: "too-many"; retryAfterSeconds: number };

/**
 * Takes one try at the last code of an address in a browser, in the caller's transaction, which is to commit whatever
 * comes of it: a try that was rolled back would not have been counted.
 */
export async function checkCode(
  { tx, now, keys }: { tx: Db; now: Date; keys: Keys },
  actor: Actor,
  purpose: CodePurpose,
  { code, email, browser, clientKey }: EnteredCode,
): Promise<CodeChecked> {
  const client = await takeAllowance(tx, `codeTriesPerClient:${clientKey}`, codeTriesPerClient, now);
  if (!client.isAllowed) return { kind: "too-many", retryAfterSeconds: client.retryAfterSeconds };
  const holder = { purpose, emailKey: emailKeyOf(keys, email), browserHash: hashToken(browser) };
  const id = await findLastCode(tx, holder);
  if (id === null) return { kind: "wrong" };
  const tried = await tryCode(tx, { id, codeHash: hashCode(keys, id, code), mostTries }, now);
  if (tried?.isRight === true) return { kind: "right" };
  // Only what was looked at is recorded, so that a flood of guesses cannot fill the record.
  if (tried !== null)
    await recordAudit(tx, actor, now, { action: "code.refuse", subjectKind: "code", subjectId: id });
  return { kind: "wrong" };
}
