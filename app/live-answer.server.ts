import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Visit } from "#app/guards.server.ts";
import { askedTooOften, notFound } from "#app/http.server.ts";
import { liveStream } from "#app/services/tasking/live-stream.server.ts";
import { mayFollow } from "#app/services/tasking/may-follow.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Compressed, it would wait until there is enough of it.
  "Cache-Control": "private, no-store, no-transform",
  // Asks nginx to hand on each event as it comes.
  "X-Accel-Buffering": "no",
};
const tryAgainSeconds = 10;

/** The answer that goes on: a meeting's entries as they are written down, for as long as it sits and the caller may read it. */
export async function answerLive(
  { request, params, context }: LoaderFunctionArgs,
  { actor }: Visit,
): Promise<Response> {
  // A screen that has lost its stream asks first whether anybody answers.
  if (request.method === "HEAD") return new Response(null, { status: 204 });
  const { db, now, liveLists, whoNow, onHangUp } = context;
  const reference = params["reference"] ?? "";
  const sessionId = actor.sessionId ?? "";
  const meeting = await readTaskingMeeting({ db, now }, actor, reference, "live", (_, held) =>
    Promise.resolve(held.meeting),
  );
  if (meeting === null) throw notFound();
  // Says to a browser that there is nothing to come back for.
  if (meeting.state !== "open") return new Response(null, { status: 204 });
  // Asked in the moment it begins: nothing comes in between.
  const refusal = liveLists.refusalOf(sessionId);
  if (refusal === "session-has-many") return askedTooOften(tryAgainSeconds);
  if (refusal === "process-has-many") return cannotNow();
  const body = liveStream({
    lists: liveLists,
    meetingId: meeting.id,
    sessionId,
    last: lastOf(request),
    // It counts as use of the session: nobody is signed out while they watch a meeting.
    isStillTheirs: async () => mayFollow({ db, now: new Date() }, await whoNow(), reference),
    onHangUp,
  });
  return new Response(body, { headers });
}

/** Where to go on: what a browser that comes back says it had last, or what the page was drawn with. */
function lastOf(request: Request): number {
  const said = request.headers.get("Last-Event-ID") ?? new URL(request.url).searchParams.get("after") ?? "";
  return /^\d{1,9}$/.test(said) ? Number(said) : 0;
}

const cannotNow = () =>
  new Response("Too many screens follow a meeting. Refresh the page instead.", {
    status: 503,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "private, no-store",
      "Retry-After": String(tryAgainSeconds),
    },
  });
