import { forgetSession } from "#app/session-cookie.server.ts";

/** The headers of an answer that takes somebody's leave: no cookie, and nothing of theirs, stays in the browser. */
export async function leavingHeaders(publicUrl: string): Promise<Headers> {
  return new Headers({
    "Set-Cookie": await forgetSession(publicUrl),
    "Clear-Site-Data": '"cache", "cookies", "storage"',
  });
}
