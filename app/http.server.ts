import { data } from "@remix-run/node";
import { etagOf, isNoneMatch } from "./etag.ts";
import { cacheControlOf, problemMediaType, problemOf, type ProblemKind } from "./problem.ts";

/** The guard of a loader or action that anyone may call: says so, and does nothing else. */
export function allowPublic(): void {
  // The word is the point: an architecture test asks every loader and action for its guard.
}

/** Not there, or not yours: both look the same. */
export const notFound = (message = "Page not found") => data({ message }, { status: 404 });

/** It was public and was taken down: the page says so, and nothing of what stood there. */
export const takenDown = () => data({ message: "This was taken down" }, { status: 410 });

/** The answer of an address that is no page and was asked for too often: thrown data would lose when to try again. */
export const askedTooOften = (retryAfterSeconds: number): Response =>
  new Response("Too many requests. Try again later.", {
    status: 429,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "private, no-store",
      "Retry-After": String(retryAfterSeconds),
    },
  });

/** An RFC 9457 answer of the API. */
export function problem(kind: ProblemKind, members?: Readonly<Record<string, unknown>>): Response {
  const body = problemOf(kind, members);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "Content-Type": problemMediaType, "Cache-Control": cacheControlOf(body.status) },
  });
}

/**
 * A JSON answer of the API with its entity tag, or 304 where the caller holds it already. `body` is a value, or
 * text that is JSON already; `version` is the finder's.
 */
export function cachedJson(
  request: Request,
  body: unknown,
  version: string,
  contentType = "application/json; charset=utf-8",
): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return cachedText(request, text, etagOf(version, text), contentType);
}

/** As `cachedJson`, where the tag is known without reading the text again. */
export function cachedText(request: Request, text: string, etag: string, contentType: string): Response {
  const headers = { "Content-Type": contentType, "Cache-Control": cacheControlOf(200), ETag: etag };
  return isNoneMatch(request.headers.get("If-None-Match"), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}
