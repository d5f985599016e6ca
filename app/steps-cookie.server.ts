import { createCookie } from "@remix-run/node";
import { newToken } from "#app/services/keys/keys.server.ts";

const lettersOfAToken = /^[\w-]{43}$/;

const stepsCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-steps" : "steps", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
  });
};

/** What binds the steps of a member's sign-in or enrolment to this browser; null before the first step. */
export async function stepsTokenOf(request: Request, publicUrl: string): Promise<string | null> {
  const value: unknown = await stepsCookie(publicUrl).parse(request.headers.get("Cookie"));
  return typeof value === "string" && lettersOfAToken.test(value) ? value : null;
}

/** The same, made where there is none yet, with the headers that keep it until the browser closes. */
export async function beginSteps(
  request: Request,
  publicUrl: string,
): Promise<{ browser: string; headers: Headers }> {
  const browser = (await stepsTokenOf(request, publicUrl)) ?? newToken();
  const headers = new Headers({ "Set-Cookie": await stepsCookie(publicUrl).serialize(browser) });
  return { browser, headers };
}
