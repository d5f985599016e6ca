import type { LoaderFunctionArgs } from "@remix-run/node";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { meetingFile } from "#app/services/tasking/meeting-file.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { anyShutOf, missingFile } from "#app/shut.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";

/** A partner's meeting as a calendar file: when and where, and nothing of what is talked about. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  const { db, now, publicUrl } = args.context;
  const reference = args.params["reference"] ?? "";
  const held = await readTaskingMeeting({ db, now }, visit.actor, reference, "calendar", (_, held) =>
    Promise.resolve(held),
  );
  if (held === null) return missingFile(await visit.read((tx) => anyShutOf(tx, visit.actor, londonDay(now))));
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
