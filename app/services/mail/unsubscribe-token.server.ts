import { createHmac, timingSafeEqual } from "node:crypto";
import { stoppableOf, type Stoppable } from "#app/domain/mail/mail.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";

/** What a link at the end of a message stops, and for whom. */
export interface Stop {
  /** The key of the reader's address. */
  emailKey: string;
  purpose: Stoppable;
}

const signatureBytes = 16;
const emailKeyBytes = 32;

const sign = ({ links }: Pick<Keys, "links">, payload: Buffer) =>
  createHmac("sha256", links).update("unsubscribe\0").update(payload).digest().subarray(0, signatureBytes);

/** The token of such a link: signature, key of the address, purpose; base64url. It tells nothing of its reader. */
export function unsubscribeToken(keys: Pick<Keys, "links">, { emailKey, purpose }: Stop): string {
  const payload = Buffer.concat([Buffer.from(emailKey, "hex"), Buffer.from(purpose)]);
  return Buffer.concat([sign(keys, payload), payload]).toString("base64url");
}

/** What a token stops; null when it is not one of ours, or not whole. */
export function readUnsubscribeToken(keys: Pick<Keys, "links">, token: string): Stop | null {
  const bytes = Buffer.from(token, "base64url");
  const payload = bytes.subarray(signatureBytes);
  if (payload.length <= emailKeyBytes) return null;
  if (!timingSafeEqual(bytes.subarray(0, signatureBytes), sign(keys, payload))) return null;
  const purpose = stoppableOf(payload.subarray(emailKeyBytes).toString("utf8"));
  return purpose === null ? null : { emailKey: payload.subarray(0, emailKeyBytes).toString("hex"), purpose };
}
