import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { meetingFile } from "./meeting-file.server.ts";

/** The calendar file of a meeting for somebody who reads it; `url` is its page. It says nothing of what is talked about. */
export const readCalendarFile = (
  { db, now }: TaskingDeps,
  actor: Actor,
  reference: string,
  url: string,
): Promise<string | null> =>
  withActor(db, actor, async (tx) => {
    const held = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now));
    return held === null ? null : meetingFile({ ...held, url, attendee: null });
  });
