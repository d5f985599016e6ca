import type { LoaderFunctionArgs } from "@remix-run/node";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { etagOf } from "#app/etag.ts";
import { allowPublic, cachedText } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { calendarFeed } from "#app/services/meeting/calendar-feed.server.ts";
import { listMeetingsSince, type PublicMeeting } from "#db/queries/meeting.ts";
import { publicDays } from "./public-days.server.ts";

// Old enough for a calendar that was not opened for a while to hear of a cancellation.
const daysBack = 91;
const mostMeetings = 200;

/** The meetings of a neighbourhood and the days that matter to it, for calendar programs: what its pages say and no more. */
export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const { read, now, publicUrl } = context;
  const { id, slug, name } = await placeOfPage(context, args, paths.calendarFeed);
  const since = addDays(londonDay(now), -daysBack);
  const { meetings, days } = await read(async (tx) => ({
    meetings: await listMeetingsSince(tx, id, new Date(`${since}T00:00:00Z`), mostMeetings),
    days: await publicDays(tx, id, since, publicUrl),
  }));
  const text = calendarFeed(
    meetings.map((meeting) => toFeed(meeting, publicUrl)),
    days,
    { name: `Meet your team in ${name}`, url: `${publicUrl}${paths.calendarFeed(slug)}` },
  );
  return cachedText(request, text, etagOf("calendar", text), "text/calendar; charset=utf-8");
}

const toFeed = (
  {
    id,
    reference,
    kind,
    title,
    state,
    startsAt,
    endsAt,
    place,
    howToJoin,
    access,
    cancelledReason,
    version,
    changedAt,
  }: PublicMeeting,
  publicUrl: string,
) => ({
  id,
  kind,
  title,
  state,
  startsAt,
  endsAt,
  place: place ?? "",
  joining: howToJoin ?? "",
  howToGetIn: access,
  cancelReason: cancelledReason,
  revision: version,
  changedAt,
  url: `${publicUrl}${paths.meeting(reference)}`,
});
