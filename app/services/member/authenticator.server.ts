import { Secret, TOTP } from "otpauth";
import { toString as drawQr } from "qrcode";

const stepMs = 30_000;
/** How many steps a clock may be off, either way. */
const drift = 1;

const totpOf = (secret: string, account: string) =>
  new TOTP({
    issuer: "Safer Neighbourhoods",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: stepMs / 1_000,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 bits, base32. */
export const newAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

/** The thirty-second step whose code this is, at an instant and one step either way; null where it is none of theirs. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret, "").validate({ token, timestamp: now.getTime(), window: drift });
  return delta === null ? null : Math.floor(now.getTime() / stepMs) + delta;
}

/** What an authenticator app reads: a picture as a data: address, and the secret in groups of four to type. */
export async function showAuthenticator(secret: string, account: string) {
  const svg = await drawQr(totpOf(secret, account).toString(), { type: "svg", errorCorrectionLevel: "M" });
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    typed: secret.replace(/(.{4})(?=.)/g, "$1 "),
  };
}

/** What the secret of an account's authenticator is sealed under. */
export const sealContext = (accountId: string): string => `authenticator:${accountId}`;
