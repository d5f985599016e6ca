import { addDays, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { atHour, pick } from "../history/telling.ts";
import { attendanceRows } from "./attendance-rows.ts";
import { carryAction } from "./carry.ts";
import { clockOf } from "./give.ts";
import { itemOf, itemRows } from "./items.ts";
import type { GroupMemory } from "./group-memory.ts";
import { meetingReference } from "./meeting-reference.ts";
import { minutesOf, type Minutes } from "./minutes.ts";
import { giveOnPriorities, giveOnThemes } from "./new-actions.ts";
import { noTaskingRows, type TaskingRows } from "./rows.ts";
import { prioritiesOn } from "./select.ts";
import { noteItems } from "./talk.ts";
import { atMinute, chairOf, recorderOf, type GroupTelling } from "./telling.ts";
import type { ToldAction } from "./told-action.ts";
import { feedbackLines } from "./words.ts";

interface HeldOn {
  number: number;
  day: Day;
  startsAt: Date;
  nextOn: Day;
  isLast: boolean;
}

export interface ToldMeeting {
  rows: TaskingRows;
  /** The actions that were given in it, as they will stand. */
  given: readonly ToldAction[];
}

const minutesLong = 120;
const calledDaysBefore = 21;

/** One meeting that is over, with its minutes: what was carried to it, what was said, and what was given. */
export function tellMeeting(telling: GroupTelling, memory: GroupMemory, held: HeldOn): ToldMeeting {
  const { group, random } = telling;
  const { number, day, startsAt } = held;
  const meetingId = seedId("tasking-meeting", `${group.code}:${number}`);
  const calledAt = atHour(addDays(day, -calledDaysBefore), 9);
  const discussed = group.level === "local" ? prioritiesOn(telling, day, memory.begun, held.isLast) : [];
  const items = itemRows({
    meetingId,
    addedAt: calledAt,
    priorities: discussed.map(({ priority }) => ({ priority, feedbackLine: pick(random, feedbackLines) })),
  });
  const minutes = minutesOf(meetingId, recorderOf(telling), clockOf(startsAt, minutesLong));
  const carried = carryAll(telling, memory.carried, minutes, itemOf(items, "carried"), held);
  const itemOfPriority = new Map(
    items.flatMap(({ id, priorityId }) => (priorityId == null ? [] : [[priorityId, id]])),
  );
  const given = [
    ...giveOnPriorities(telling, memory, { discussed, minutes, itemOfPriority, isLast: held.isLast }),
    ...giveOnThemes(telling, memory, {
      minutes,
      itemId: itemOf(items, "decisions"),
      day,
      isLast: held.isLast,
    }),
  ];
  noteItems(telling, minutes, items);
  memory.carried = [
    ...memory.carried.filter(({ state }) => state !== "done" && state !== "withdrawn"),
    ...given,
  ];
  return {
    given,
    rows: {
      ...noTaskingRows(),
      meetings: [meetingRow(telling, held, { meetingId, calledAt, entries: minutes.entries.length })],
      attendances: attendanceRows(telling, { meetingId, calledAt, startsAt }),
      items,
      entries: minutes.entries,
      carried: carried.map((row) => ({ ...row, meetingId })),
    },
  };
}

function carryAll(
  telling: GroupTelling,
  actions: readonly ToldAction[],
  minutes: Minutes,
  itemId: string,
  { startsAt, isLast }: HeldOn,
) {
  const by = recorderOf(telling);
  return actions.map((action) => {
    const { outcome, note } = carryAction(telling, action, startsAt, isLast);
    const at = minutes.write({ kind: "carried", itemId, words: note, actionId: action.id });
    return { actionId: action.id, outcome, note, by, at };
  });
}

function meetingRow(
  telling: GroupTelling,
  { number, day, startsAt, nextOn }: HeldOn,
  { meetingId, calledAt, entries }: { meetingId: string; calledAt: Date; entries: number },
): TaskingRows["meetings"][number] {
  const { group, groupId, now } = telling;
  const endsAt = atMinute(startsAt, minutesLong);
  const circulatedAt = atHour(addDays(day, 2), 10);
  const isCirculated = circulatedAt < now;
  return {
    id: meetingId,
    reference: meetingReference(group, number),
    groupId,
    number,
    state: "finished",
    startsAt,
    endsAt,
    place: group.place,
    chairId: chairOf(telling),
    openedAt: startsAt,
    finishedAt: endsAt,
    finishedBy: recorderOf(telling),
    circulatedAt: isCirculated ? circulatedAt : null,
    nextOn,
    entries,
    calledBy: chairOf(telling),
    calledAt,
    changedAt: isCirculated ? circulatedAt : endsAt,
    version: isCirculated ? 4 : 3,
  };
}
