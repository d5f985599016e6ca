import type { Actor } from "#app/domain/actor.ts";
import { mayAnswerInvitation } from "#app/domain/tasking/meeting.ts";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { findOwnAttendance } from "#db/queries/tasking-attendance.ts";
import { listItems } from "#db/queries/tasking-item.ts";
import { liveEntriesAfter, liveStandingOf } from "#db/queries/tasking-live.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import { listAgencyActionsOf } from "#db/queries/tasking-own-meetings.ts";
import type { Db } from "#db/types.ts";

// More than anybody writes down in a day.
const mostEntries = 2_000;

/** A meeting as a partner has it: their own answer, what was asked of their agency, the agenda, and the list. */
export async function readOwnMeeting(tx: Db, actor: Actor, { meeting, group }: HeldMeeting) {
  const { accountId, agencyIds } = taskingReaderOf(actor);
  const seat = accountId === null ? null : await findOwnAttendance(tx, meeting.id, accountId);
  const { reference, state, marking, startsAt, endsAt, place, howToJoin, cancelledReason, nextOn } = meeting;
  const standing = await liveStandingOf(tx, meeting.id);
  const actions = await listAgencyActionsOf(tx, meeting.id, agencyIds);
  return {
    name: group.name,
    number: meetingNumberOf(group, meeting),
    reference,
    state,
    marking,
    startsAt,
    endsAt,
    place,
    howToJoin,
    cancelledReason,
    nextOn,
    seat:
      seat === null
        ? null
        : {
            state: seat.state,
            declaredAt: seat.declaredAt,
            mayAnswer: mayAnswerInvitation(state, seat.state),
          },
    items: await listItems(tx, meeting.id),
    mayRecord: mayRecordIn(actor, { meeting, group }),
    stamp: standing?.stamp ?? null,
    entries: await liveEntriesAfter(tx, meeting.id, 0, mostEntries),
    actions: actions.map((action) => ({ ...action, name: `${group.code}-${action.number}` })),
  };
}

export type OwnMeetingPage = Awaited<ReturnType<typeof readOwnMeeting>>;
