import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listMinutedMeetings, listNextMeetings, type OwnMeeting } from "#db/queries/tasking-own-meetings.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

// Two years of a group that meets each month, and of some others.
const mostPast = 60;
const mostNext = 30;

/** The meetings of whoever acts: what is to come or sits, and the last ones with minutes. The reading is recorded. */
export const listOwnMeetings = (
  { db, now }: TaskingDeps,
  actor: Actor,
): Promise<{ next: OwnMeeting[]; past: OwnMeeting[]; hasMore: boolean }> =>
  withActor(db, actor, async (tx) => {
    const reader = taskingReaderOf(actor);
    const today = londonDay(now);
    const next = await listNextMeetings(tx, reader, today, mostNext);
    const past = await listMinutedMeetings(tx, reader, today, mostPast + 1);
    await recordAudit(tx, actor, now, {
      action: "tasking.read",
      subjectKind: "account",
      subjectId: actor.accountId,
      agencyId: reader.agencyIds[0] ?? null,
      details: { page: "meetings" },
    });
    return { next, past: past.slice(0, mostPast), hasMore: past.length > mostPast };
  });
