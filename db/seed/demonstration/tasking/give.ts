import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { pick } from "../history/telling.ts";
import { agencyAsked } from "./asked.ts";
import { comingOf, type Fate } from "./coming.ts";
import type { Task } from "./menu-task.ts";
import {
  accountId,
  agencyId,
  atMinute,
  isPolice,
  recorderOf,
  type GroupTelling,
  type WorkedPriority,
} from "./telling.ts";
import type { ToldAction } from "./told-action.ts";

const usualDays = [14, 21, 21, 28, 35] as const;
// What is given at the last meeting and shown as late is due so soon.
const soonDays = 7;

/** What is given in a meeting. */
export interface Wanted {
  asked: Task;
  priority: WorkedPriority | null;
  /** What the task says of its place and time. */
  fill: (words: string) => string;
  until: Day | null;
  fate: Fate;
}

/** Gives an action in a meeting, at a moment of it. */
export function giveAction(telling: GroupTelling, at: Date, wanted: Wanted): ToldAction {
  const { group, random } = telling;
  const { asked, priority, fill, until, fate } = wanted;
  const givenOn = londonDay(at);
  const number = telling.nextNumber;
  telling.nextNumber += 1;
  const agencyCode = agencyAsked(group, asked.by);
  const dueOn = dueDay(telling, givenOn, until, fate);
  const givenBy = recorderOf(telling);
  const action: ToldAction = {
    id: seedId("tasking-action", `${group.code}:${number}`),
    number,
    asked,
    task: fill(asked.task),
    line: fill(asked.line),
    priority,
    until,
    givenAt: at,
    givenBy,
    agencyCode,
    agencyId: agencyId(agencyCode),
    position: asked.position,
    ownerId: ownerOf(telling, agencyCode, number),
    dueOn,
    state: "assigned",
    result: null,
    closedAt: null,
    changedAt: at,
    events: [],
    coming: comingOf(random, { asked, dueOn, until }, givenOn, fate),
  };
  action.events.push({
    actionId: action.id,
    at,
    to: "assigned",
    dueOn,
    agencyId: action.agencyId,
    words: asked.position,
    by: givenBy,
  });
  return action;
}

function dueDay({ random, today }: GroupTelling, givenOn: Day, until: Day | null, fate: Fate): Day {
  const usual = addDays(givenOn, pick(random, usualDays));
  if (fate === "under-way" || fate === "done-soon") {
    const late = addDays(givenOn, soonDays + random.index(3));
    return late < today ? late : usual;
  }
  if (fate === "waits" || fate === "accepted")
    return usual < today ? addDays(today, 3 + random.index(9)) : usual;
  return until === null || usual < addDays(until, -1) ? usual : addDays(until, -2);
}

/** Whose it is: the agency's account in the group, an officer of the area, or nobody who is known. */
export function ownerOf(
  { seats, officers }: GroupTelling,
  agencyCode: string,
  number: number,
): string | null {
  if (isPolice(agencyCode)) {
    const known = number % 3 === 0 ? officers.officerIds : officers.sergeantIds;
    return known[number % Math.max(1, known.length)] ?? officers.sergeantIds[0] ?? null;
  }
  const seat = seats.find((one) => one.agencyCode === agencyCode && one.reference.startsWith("partner-"));
  return seat === undefined ? null : accountId(seat.reference);
}

/** Moments of a meeting one after the other, some minutes apart. */
export function clockOf(startsAt: Date, minutes: number): () => Date {
  let gone = 0;
  return () => {
    gone += 1;
    return atMinute(startsAt, Math.min(gone * 3, minutes - 1));
  };
}
