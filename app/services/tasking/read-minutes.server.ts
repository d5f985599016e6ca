import { dayInWords } from "#app/domain/account/day-words.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import { standingEntries } from "#app/domain/tasking/standing-entries.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { listCarried } from "#db/queries/tasking-carried.ts";
import { givenInMeeting } from "#db/queries/tasking-given.ts";
import { liveEntriesAfter } from "#db/queries/tasking-live.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import { listItems } from "#db/queries/tasking-item.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

// A long day of two minute-takers; only a bound.
const mostEntries = 3_000;

/** The minutes of a meeting as they are read and printed. Call it for somebody who reads the meeting. */
export async function readMinutes(tx: Db, { meeting, group }: HeldMeeting) {
  const attendances = await asPlatform(tx, () => listAttendances(tx, meeting.id));
  const items = await listItems(tx, meeting.id);
  const carried = await listCarried(tx, meeting.id);
  const given = await givenInMeeting(tx, meeting.id);
  const entries = (await liveEntriesAfter(tx, meeting.id, 0, mostEntries)).map((entry) =>
    asGiven(entry, given),
  );
  return {
    reference: meeting.reference,
    group: group.name,
    code: group.code,
    level: group.level,
    number: meeting.number,
    marking: meeting.marking,
    state: meeting.state,
    when: whenOf(meeting),
    place: meeting.place ?? meeting.howToJoin ?? "",
    chair:
      attendances.find(({ accountId }) => accountId !== null && accountId === meeting.chairId)?.name ?? null,
    nextOn: meeting.nextOn,
    attendances: attendances.map(({ id, agency, position, name, isGuest, state }) => ({
      id,
      agency,
      position,
      name,
      isGuest,
      state,
    })),
    items: items.map(({ id, section, title, priorityId, feedbackLine }) => ({
      id,
      section,
      title,
      isPriority: priorityId !== null,
      feedbackLine,
    })),
    carried: carried.map((action) => ({
      id: action.actionId,
      name: `${group.code}-${action.number}`,
      task: action.task,
      outcome: action.outcome,
      note: action.note,
    })),
    entries: standingEntries(entries),
  };
}

/** An entry that gave an action says to whom and until when it was given then; only its state is of now. */
function asGiven(entry: LiveEntry, given: Awaited<ReturnType<typeof givenInMeeting>>): LiveEntry {
  const { kind, action } = entry;
  const first = kind === "action" && action !== null ? given.get(action.id) : undefined;
  if (action === null || first === undefined) return entry;
  const { agency, dueOn, position } = first;
  return { ...entry, action: { ...action, agency, dueOn, position: position ?? action.position } };
}

/** With its year, whenever it is read: "24 November 2026, 6pm to 7:30pm". */
const whenOf = ({ startsAt, endsAt }: HeldMeeting["meeting"]) =>
  `${dayInWords(londonDay(startsAt))}, ${timeInWords(startsAt)} to ${timeInWords(endsAt)}`;
