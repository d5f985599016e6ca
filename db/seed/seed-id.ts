import { createHash } from "node:crypto";

/** The same id for the same thing in every filling, so that the same seed gives the same force. */
export function seedId(noun: string, code: string): string {
  const digest = createHash("sha256").update(`${noun}:${code}`).digest("hex");
  // Version 8 (custom) and the RFC 9562 variant.
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
