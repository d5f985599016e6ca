import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keys } from "#app/services/keys/keys.server.ts";

/** What the link in a message asks, and whom: answering by it needs no signing in. */
export interface Asked {
  roundId: string;
  accountId: string;
}

const signatureBytes = 16;
const idBytes = 16;

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const sign = ({ links }: Pick<Keys, "links">, payload: Buffer) =>
  createHmac("sha256", links).update("feedback\0").update(payload).digest().subarray(0, signatureBytes);

/** The token of such a link: signature, round, account; base64url. It names nobody. */
export function feedbackToken(keys: Pick<Keys, "links">, { roundId, accountId }: Asked): string {
  const payload = Buffer.concat([bytesOf(roundId), bytesOf(accountId)]);
  return Buffer.concat([sign(keys, payload), payload]).toString("base64url");
}

/** Whom a token asks; null when it is not one of ours, or not whole. */
export function readFeedbackToken(keys: Pick<Keys, "links">, token: string): Asked | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== signatureBytes + 2 * idBytes) return null;
  const payload = bytes.subarray(signatureBytes);
  if (!timingSafeEqual(bytes.subarray(0, signatureBytes), sign(keys, payload))) return null;
  return { roundId: idOf(payload.subarray(0, idBytes)), accountId: idOf(payload.subarray(idBytes)) };
}
