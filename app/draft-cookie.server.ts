import { createCookie } from "@remix-run/node";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** What somebody wrote before they proved their address: to which neighbourhood, and the words. */
const draftSchema = z.strictObject({ slug: z.string(), words: z.string() });
export type Draft = z.infer<typeof draftSchema>;

interface Site {
  publicUrl: string;
  keys: Keys;
}

const context = "message-draft";
// Long enough to find a code in one's mail.
const keptForSeconds = 30 * 60;
// Browsers drop a cookie of more than 4,096 letters, name and attributes included.
const mostLetters = 3_800;
// An inflated draft of ours is far smaller; what is not ours never gets so far.
const mostBytes = 64 * 1_024;

const draftCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-draft" : "draft", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    maxAge: keptForSeconds,
  });
};

/** What this browser wrote to this neighbourhood, or null. */
export async function draftOf(
  request: Request,
  { publicUrl, keys }: Site,
  slug: string,
): Promise<string | null> {
  const sealed: unknown = await draftCookie(publicUrl).parse(request.headers.get("Cookie"));
  if (typeof sealed !== "string") return null;
  try {
    const packed = Buffer.from(unseal(keys, context, sealed), "base64");
    const text = inflateRawSync(packed, { maxOutputLength: mostBytes }).toString("utf8");
    const parsed = draftSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.slug === slug ? parsed.data.words : null;
  } catch {
    // Altered, or sealed under another installation's key: as good as nothing.
    return null;
  }
}

/** The Set-Cookie header that keeps a draft, sealed, in its writer's own browser; null for one too long for a cookie. */
export async function keepDraft(draft: Draft, { publicUrl, keys }: Site): Promise<string | null> {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(draft))).toString("base64");
  const header = await draftCookie(publicUrl).serialize(seal(keys, context, packed));
  return header.length > mostLetters ? null : header;
}

/** The Set-Cookie header that forgets it. */
export const forgetDraft = (publicUrl: string): Promise<string> =>
  draftCookie(publicUrl).serialize("", { maxAge: 0 });
