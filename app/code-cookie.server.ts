import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { codePurposes } from "#app/domain/code/code.ts";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** What a browser holds between asking for a code and entering it, sealed: it reads nothing of it. */
const askedCodeSchema = z.strictObject({
  purpose: z.enum(codePurposes),
  /** Normalised. */
  email: z.string(),
  /** The token that binds the code to this browser. */
  browser: z.string(),
  /** Where to go on to. */
  next: z.string(),
});
export type AskedCode = z.infer<typeof askedCodeSchema>;

interface Site {
  publicUrl: string;
  keys: Keys;
}

const context = "asked-code";
// Longer than the code is good for, so that a late reader is told so and can ask again.
const keptForSeconds = 30 * 60;

const codeCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-code" : "code", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    maxAge: keptForSeconds,
  });
};

/** What this browser asked for, or null where it asked for nothing or holds what is not ours. */
export async function askedCodeOf(request: Request, { publicUrl, keys }: Site): Promise<AskedCode | null> {
  const sealed: unknown = await codeCookie(publicUrl).parse(request.headers.get("Cookie"));
  if (typeof sealed !== "string") return null;
  try {
    const parsed = askedCodeSchema.safeParse(JSON.parse(unseal(keys, context, sealed)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Altered, or sealed under another installation's key: as good as nothing.
    return null;
  }
}

/** The Set-Cookie header that keeps what was asked for. */
export const keepAskedCode = (asked: AskedCode, { publicUrl, keys }: Site): Promise<string> =>
  codeCookie(publicUrl).serialize(seal(keys, context, JSON.stringify(asked)));

/** The Set-Cookie header that forgets it. */
export const forgetAskedCode = (publicUrl: string): Promise<string> =>
  codeCookie(publicUrl).serialize("", { maxAge: 0 });
