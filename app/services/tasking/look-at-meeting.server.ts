import { platform } from "#app/domain/actor.ts";
import { liveEntriesAfter, liveStandingOf } from "#db/queries/tasking-live.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { LiveLook } from "./live-room.server.ts";

/** Told at once; whoever is further behind hears the rest at the next look. */
const mostAtOnce = 200;

/**
 * Looks at a meeting as the platform, once for all who follow it: that each of them may read it is asked when they come
 * and while they stay (`mayFollow`).
 */
export const lookAtMeeting = (db: Db, meetingId: string, after: number): Promise<LiveLook | null> =>
  withActor(db, platform(), async (tx) => {
    const standing = await liveStandingOf(tx, meetingId);
    if (standing === null) return null;
    const entries = standing.entries > after ? await liveEntriesAfter(tx, meetingId, after, mostAtOnce) : [];
    return { standing, entries };
  });
