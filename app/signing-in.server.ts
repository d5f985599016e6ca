import { createCookie, type HeadersFunction } from "@remix-run/node";
import { safeNext } from "#app/guards.server.ts";
import { paths } from "#app/paths.ts";
import {
  attemptLastsMs,
  openAttempt,
  sealAttempt,
  type SignInAttempt,
} from "#app/services/identity/sign-in-attempt.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";

// Lax, because the provider's answer is a navigation from another site.
const attemptCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-signing-in" : "signing-in", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
  });
};

interface Site {
  publicUrl: string;
  keys: Keys;
  now: Date;
}

/** The sign-in that this browser has under way, or null. */
export async function recallAttempt(request: Request, { publicUrl, keys, now }: Site) {
  const sealed: unknown = await attemptCookie(publicUrl).parse(request.headers.get("Cookie"));
  return typeof sealed === "string" ? openAttempt(keys, sealed, now) : null;
}

/** The Set-Cookie header that keeps one for ten minutes. */
export const keepAttempt = (
  { publicUrl, keys }: Omit<Site, "now">,
  attempt: SignInAttempt,
): Promise<string> =>
  attemptCookie(publicUrl).serialize(sealAttempt(keys, attempt), { maxAge: attemptLastsMs / 1_000 });

/** The Set-Cookie header that ends it: an answer counts once. */
export const forgetAttempt = ({ publicUrl }: Pick<Site, "publicUrl">): Promise<string> =>
  attemptCookie(publicUrl).serialize("", { maxAge: 0 });

/** What an address asks of a staff sign-in: where to go afterwards, and whether to prove it anew. */
export function askedSignIn(request: Request): { next: string; isFresh: boolean } {
  const { searchParams } = new URL(request.url);
  return {
    next: safeNext(searchParams.get("next"), paths.staff.home()),
    isFresh: searchParams.get("fresh") === "1",
  };
}

/** The `headers` of the pages between us and the provider: kept by nobody, and when to try again. */
export const signingInHeaders: HeadersFunction = ({ loaderHeaders }) => {
  const retryAfter = loaderHeaders.get("Retry-After");
  return {
    "Cache-Control": "private, no-store",
    ...(retryAfter === null ? {} : { "Retry-After": retryAfter }),
  };
};
