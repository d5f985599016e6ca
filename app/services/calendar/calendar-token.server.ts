import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keys } from "#app/services/keys/keys.server.ts";

const signatureBytes = 16;
const idBytes = 16;

const sign = ({ links }: Pick<Keys, "links">, id: Buffer) =>
  createHmac("sha256", links).update("calendar\0").update(id).digest().subarray(0, signatureBytes);

/** The secret part of the address of a personal calendar: signature and id, base64url. Neither says whose it is. */
export function calendarToken(keys: Pick<Keys, "links">, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([sign(keys, bytes), bytes]).toString("base64url");
}

/** The id of the calendar that a token opens; null where it is not one of ours, or not whole. */
export function readCalendarToken(keys: Pick<Keys, "links">, token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  // Base64 forgives what follows it: the address is to be the one we gave.
  if (bytes.length !== signatureBytes + idBytes || bytes.toString("base64url") !== token) return null;
  const id = bytes.subarray(signatureBytes);
  if (!timingSafeEqual(bytes.subarray(0, signatureBytes), sign(keys, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
