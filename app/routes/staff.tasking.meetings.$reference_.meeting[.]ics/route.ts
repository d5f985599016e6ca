import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { meetingFile } from "#app/services/tasking/meeting-file.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { requireMeeting } from "#app/tasking-record.server.ts";

/** A meeting for a calendar program: when and where, and nothing of what it talks about. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireMeeting(args);
  const { db, now, publicUrl } = args.context;
  const reference = args.params["reference"] ?? "";
  const held = await readTaskingMeeting({ db, now }, actor, reference, "calendar", (_, held) =>
    Promise.resolve(held),
  );
  if (held === null) throw notFound();
  const url = `${publicUrl}${paths.tasking.meeting(reference)}`;
  return new Response(meetingFile({ ...held, url, attendee: null }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="meeting.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
