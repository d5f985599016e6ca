import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { WhoAsks } from "#app/services/session/read-session.server.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/**
 * Whether somebody whose screen follows a meeting may go on: their session lives, their role or seat still reaches it,
 * and their agency's agreement still holds. Not recorded again: the screen was when it began.
 */
export const mayFollow = async (
  { db, now }: TaskingDeps,
  { actor, signedIn }: WhoAsks,
  reference: string,
): Promise<boolean> =>
  signedIn !== null &&
  (await withActor(db, actor, async (tx) => {
    const found = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(now));
    return found !== null;
  }));
