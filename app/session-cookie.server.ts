import { createCookie } from "@remix-run/node";

const lettersOfAReference = /^[\w-]{43}$/;

const sessionCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-session" : "session", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
  });
};

/** The reference that this browser holds, or null. It opens nothing by itself: `readSession` asks the database. */
export async function sessionReferenceOf(
  cookieHeader: string | null,
  publicUrl: string,
): Promise<string | null> {
  const value: unknown = await sessionCookie(publicUrl).parse(cookieHeader);
  return typeof value === "string" && lettersOfAReference.test(value) ? value : null;
}

/** The Set-Cookie header that keeps a reference until the browser closes. */
export const keepSession = (reference: string, publicUrl: string): Promise<string> =>
  sessionCookie(publicUrl).serialize(reference);

/** The Set-Cookie header that forgets it. */
export const forgetSession = (publicUrl: string): Promise<string> =>
  sessionCookie(publicUrl).serialize("", { maxAge: 0 });

/** Whether the browser sent a session's cookie at all, live or not. */
export const hasSessionCookie = (request: Request): boolean =>
  /(?:^|;\s*)(?:__Host-)?session=/.test(request.headers.get("Cookie") ?? "");
