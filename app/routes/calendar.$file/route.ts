import type { LoaderFunctionArgs } from "@remix-run/node";
import { etagOf, isNoneMatch } from "#app/etag.ts";
import { allowPublic, askedTooOften, notFound } from "#app/http.server.ts";
import { readCalendar } from "#app/services/calendar/read-calendar.server.ts";

/** A person's own calendar: whoever has its address reads it, as calendar programs sign in nowhere. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { db, now, keys, publicUrl } = context;
  const [, token = ""] = /^([\w-]+)\.ics$/.exec(params["file"] ?? "") ?? [];
  const calendar = await readCalendar({ db, now, keys, publicUrl }, token);
  if (calendar === null) throw notFound();
  if (calendar.kind === "too-many") return askedTooOften(calendar.retryAfterSeconds);
  const etag = etagOf("due", calendar.text);
  // Its owner's program may keep it for an hour; nobody in between may.
  const headers = { "Cache-Control": "private, max-age=3600", ETag: etag, "X-Robots-Tag": "noindex" };
  return isNoneMatch(request.headers.get("If-None-Match"), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(calendar.text, {
        headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" },
      });
}
