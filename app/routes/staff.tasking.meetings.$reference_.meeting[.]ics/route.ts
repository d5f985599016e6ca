import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { readCalendarFile } from "#app/services/tasking/read-calendar-file.server.ts";

/** A meeting for a calendar program: when and where, and nothing of what it talks about. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireActorOfAny(args, ["tasking:read"]);
  const { db, now, publicUrl } = args.context;
  const reference = args.params["reference"] ?? "";
  const url = `${publicUrl}${paths.tasking.meeting(reference)}`;
  const text = await readCalendarFile({ db, now }, actor, reference, url);
  if (text === null) throw notFound();
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="meeting.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
