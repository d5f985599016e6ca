import { can, type Actor } from "#app/domain/actor.ts";
import { agendaSections } from "#app/domain/tasking/agenda.ts";
import { mayTakePart } from "#app/domain/tasking/door.ts";
import { mayChangeSection } from "#app/domain/tasking/item.ts";
import { openingOf } from "#app/domain/tasking/opening.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { mayAnalyse, mayChair, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordImpactsRead } from "#app/services/impact/read-impact.server.ts";
import { readDoor } from "#app/services/tasking/record-door.server.ts";
import { openImpactsOf } from "#db/queries/tasking-agenda.ts";
import { findOwnAttendance } from "#db/queries/tasking-attendance.ts";
import { listCarried } from "#db/queries/tasking-carried.ts";
import { listItems } from "#db/queries/tasking-item.ts";
import { liveEntriesAfter, liveStandingOf } from "#db/queries/tasking-live.ts";
import { findTaskingGroup } from "#db/queries/tasking-group.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// More than anybody writes down in a day.
const mostEntries = 2_000;

/** Everything that the page of a meeting shows, for somebody who reads the meeting. */
export async function readMeetingPage(tx: Db, actor: Actor, held: HeldMeeting, now: Date) {
  const { meeting, group } = held;
  const { attendees, agreements } = await readDoor(tx, held, now);
  const own = actor.accountId === null ? null : await findOwnAttendance(tx, meeting.id, actor.accountId);
  // Those of the reader's own reach: whoever has none learns neither that there are any nor how many.
  const impacts = can(actor, "impact:read") ? await openImpactsOf(tx, group.neighbourhoodIds) : null;
  if (impacts !== null && impacts.length > 0)
    await recordImpactsRead(tx, actor, now, { page: "meeting", rows: impacts.length });
  return {
    meeting: {
      reference: meeting.reference,
      number: meeting.number,
      state: meeting.state,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      place: meeting.place,
      howToJoin: meeting.howToJoin,
      cancelledReason: meeting.cancelledReason,
      isCirculated: meeting.circulatedAt !== null,
    },
    group: { code: group.code, name: group.name, level: group.level },
    items: await listItems(tx, meeting.id),
    // While it sits, for whoever is in the room and does not record.
    recorded:
      meeting.state === "open"
        ? {
            stamp: (await liveStandingOf(tx, meeting.id))?.stamp ?? null,
            entries: await liveEntriesAfter(tx, meeting.id, 0, mostEntries),
          }
        : null,
    carried: await listCarried(tx, meeting.id),
    chair:
      attendees.find(({ accountId }) => accountId !== null && accountId === meeting.chairId)?.name ?? null,
    comers: attendees.map((attendee) => ({
      id: attendee.id,
      name: attendee.name,
      agency: attendee.agency,
      position: attendee.position,
      isGuest: attendee.isGuest,
      state: attendee.state,
      isDeclared: attendee.declaredAt !== null,
      mayTakePart: mayTakePart({ ...attendee, hasAgreement: agreements.has(attendee.agencyId) }),
    })),
    own: own === null ? null : { state: own.state, isDeclared: own.declaredAt !== null },
    impacts,
    changeable:
      meeting.state === "called" || meeting.state === "open"
        ? agendaSections.filter((section) => mayChangeSection(actor, group, section))
        : [],
    opening: openingOf(meeting, now),
    may: {
      // Whoever chairs this one meeting may have no more of its group.
      group: (await findTaskingGroup(tx, taskingReaderOf(actor), group.code, londonDay(now))) !== null,
      chair: mayChair(actor, group),
      record: mayRecordIn(actor, held),
      analyse: mayAnalyse(actor, group),
    },
  };
}

export type MeetingPage = Awaited<ReturnType<typeof readMeetingPage>>;
