import type { LoaderFunctionArgs } from "@remix-run/node";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { meetingFile } from "#app/services/tasking/meeting-file.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";

/** A partner's meeting as a calendar file: when and where, and nothing of what is talked about. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, read } = await requireSeat(args);
  const { now, publicUrl } = args.context;
  const reference = args.params["reference"] ?? "";
  const held = await read((tx) => findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now)));
  if (held === null) throw notFound();
  const { meeting, group } = held;
  const url = `${publicUrl}${paths.partners.meeting(reference)}`;
  return new Response(meetingFile({ meeting, group, url, attendee: null }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="meeting.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
