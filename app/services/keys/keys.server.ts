import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keys for each purpose, derived from the one secret of the installation; none of them is in the database. */
export interface Keys {
  /** Finds an account by its address without the address. */
  emails: Buffer;
  /** Hashes emailed codes. */
  codes: Buffer;
  /** Signs links in messages and the state of a sign-in. */
  links: Buffer;
  /** Seals secrets at rest (authenticators, ballot keys). */
  seals: Buffer;
  /** Signs the anchors of the audit record. */
  anchors: Buffer;
}

/** @param secret SESSION_SECRET, or a demonstration's own. */
export function deriveKeys(secret: string): Keys {
  const key = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "safer-neighbourhoods", `${purpose}:1`, 32));
  return {
    emails: key("emails"),
    codes: key("codes"),
    links: key("links"),
    seals: key("seals"),
    anchors: key("anchors"),
  };
}

/** HMAC-SHA-256 over the parts, which cannot run into each other; hexadecimal. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): string {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest("hex");
}

/** The key of a normalised address: the same for the same address, telling nothing of it. */
export const emailKeyOf = ({ emails }: Pick<Keys, "emails">, normalisedEmail: string) =>
  keyedHash(emails, "email", normalisedEmail);

/** 256 random bits, for references and links. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: it has enough randomness to need no salt. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

const ivBytes = 12;
const tagBytes = 16;

/** Seals a text (AES-256-GCM), bound to `context` such as the account it belongs to; base64url. */
export function seal({ seals }: Pick<Keys, "seals">, context: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", seals, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text that `seal` was given. Throws when it was altered, or sealed under another key or context. */
export function unseal({ seals }: Pick<Keys, "seals">, context: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", seals, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
    "utf8",
  );
}
