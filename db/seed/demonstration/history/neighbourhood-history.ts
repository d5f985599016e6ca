import { alarmAt } from "#app/domain/concern/diversion.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { createRandom } from "../random.ts";
import { concernRows } from "./concern-rows.ts";
import { planCycles } from "./cycle-plan.ts";
import { tellCycle } from "./cycle-rows.ts";
import { meetingRows } from "./meeting-rows.ts";
import { addEngagement } from "./engagement-rows.ts";
import { addFeedback } from "./feedback-rows.ts";
import { addPlan } from "./plan-rows.ts";
import {
  bringBack,
  priorityRows,
  takesAPlace,
  tellPriority,
  tellUrgent,
  type ToldPriority,
} from "./priority-rows.ts";
import { replierRows } from "./replier-rows.ts";
import { addSignOffs } from "./sign-off-rows.ts";
import { shownPlaces } from "./showcase.ts";
import { noRows, type HistoryRows } from "./rows.ts";
import {
  atHour,
  between,
  createTelling,
  pick,
  type HistoryPeople,
  type HistoryPlace,
  type Telling,
} from "./telling.ts";
import { threadRows } from "./thread-rows.ts";
import { themes } from "./themes.ts";

// Another sequence than the force's, and one to a neighbourhood: what happens in one changes nothing elsewhere.
const seed = 91;
const places = 3;

/**
 * Two years of one neighbourhood: eight cycles, what came of them, and what waits today. Pure: the same neighbourhood
 * and London day give the same history. All of it is invented.
 */
export function tellNeighbourhood(at: HistoryPlace, today: Day, people: HistoryPeople): HistoryRows {
  const random = createRandom(seed * 1_000 + at.index);
  const telling = createTelling(at, today, random, people, at.index < shownPlaces);
  const rows = noRows();
  const { cycles, rows: planned } = planCycles(telling);
  rows.cycles.push(...planned.cycles);
  rows.cycleExtensions.push(...planned.cycleExtensions);
  rows.cycleEvents.push(...planned.cycleEvents);

  const priorities: ToldPriority[] = [];
  // One at a time where visitors look first, so that what they find there always has its place.
  const mostAtOnce = at.index < shownPlaces ? 1 : places;
  const roomOn = (day: Day) =>
    Math.min(mostAtOnce, places - priorities.filter((one) => takesAPlace(one, day)).length);
  const addUrgent = (day: Day) => {
    if (roomOn(day) > 0)
      priorities.push(tellUrgent(telling, pick(random, themes), pick(random, at.places), day));
  };
  for (const cycle of cycles) {
    if (at.index % 17 === 9 && cycle.number === 4) addUrgent(addDays(cycle.timetable.raising.firstDay, 5));
    bringBack(priorities, cycle.timetable.panel.firstDay, places);
    for (const adoption of tellCycle(telling, cycle, roomOn, rows))
      priorities.push(tellPriority(telling, cycle, adoption));
  }
  if (at.index % 17 === 5) addUrgent(addDays(today, -12));
  bringBack(priorities, addDays(today, -2), places);
  addPriorities(telling, rows, priorities);

  const meetings = meetingRows(telling, cycles);
  rows.meetings.push(...meetings.meetings);
  rows.meetingNeighbourhoods.push(...meetings.meetingNeighbourhoods);
  const threads = threadRows(telling);
  rows.threads.push(...threads.threads);
  rows.threadEntries.push(...threads.threadEntries);
  addWaiting(telling, rows);
  addFollowings(telling, rows);
  return rows;
}

/** Places go to those that hold one today. */
function addPriorities(telling: Telling, rows: HistoryRows, priorities: readonly ToldPriority[]): void {
  const { accounts, residents, residentConnections } = replierRows(telling);
  rows.accounts.push(...accounts);
  rows.residents.push(...residents);
  rows.residentConnections.push(...residentConnections);
  let slot = 0;
  for (const told of priorities) {
    const { story, events, news, isOpen } = priorityRows(telling, told);
    if (isOpen) slot += 1;
    rows.priorities.push(isOpen ? { ...story.priority, slot } : story.priority);
    rows.priorityEvents.push(...events);
    rows.news.push(...news);
    addPlan(telling, story, rows);
    addEngagement(telling, story, rows);
    addFeedback(telling, story, rows);
    addSignOffs(telling, story, rows);
  }
}

/** What came in these days and waits to be read, some of it longer than it should. */
function addWaiting(telling: Telling, rows: HistoryRows): void {
  const { at, random, today, id } = telling;
  const waiting = between(random, at.index < 3 ? 2 : 0, 4);
  for (let number = 0; number < waiting; number += 1) {
    const theme = pick(random, themes);
    const raisedOn = addDays(today, -between(random, 1, random.next() < 0.12 ? 7 : 2));
    add(rows, telling, `waiting:${number}`, theme, raisedOn);
  }
  if (at.index % 40 !== 7) return;
  const urgent = {
    category: "asb-nuisance",
    title: "",
    summary: "",
    words: ["There is a lad with a knife by the shops in {place} right now"],
    when: "Now",
    trend: "",
    partners: "",
    harm: "",
    success: "",
  } as const;
  add(rows, telling, "urgent", urgent, addDays(today, -1));
  const divertedAt = atHour(addDays(today, -1), 21);
  rows.diversions.push({
    concernId: id("concern", "urgent"),
    route: "emergency",
    divertedAt,
    alarmAt: alarmAt({ raisedAt: divertedAt, isThreatToLife: true, acknowledgedAt: null }),
    acknowledgedAt: atHour(addDays(today, -1), 21, 4),
    forceReference: "DEMONSTRATION-1",
  });
}

function add(
  rows: HistoryRows,
  telling: Telling,
  key: string,
  theme: (typeof themes)[number],
  raisedOn: Day,
): void {
  const made = concernRows(telling, {
    key,
    theme,
    place: pick(telling.random, telling.at.places),
    raisedOn,
    state: key === "urgent" ? "diverted-emergency" : "submitted",
    reasonCode: null,
    raisers: 1,
    cycleId: null,
    mergedIntoId: null,
    changedOn: raisedOn,
  });
  rows.concerns.push(...made.concerns);
  rows.concernTexts.push(...made.concernTexts);
  rows.concernEvents.push(...made.concernEvents);
}

/** What the resident whom a visitor may become hears of. */
function addFollowings({ residentId, neighbourhoodId, today }: Telling, rows: HistoryRows): void {
  if (residentId === null) return;
  const since = atHour(addDays(today, -60), 12);
  const open = rows.priorities.find(({ slot }) => slot != null);
  rows.followings.push({
    accountId: residentId,
    kind: "neighbourhood",
    subjectId: neighbourhoodId,
    pace: "monthly",
    since,
    toldUntil: since,
  });
  if (open?.id !== undefined)
    rows.followings.push({
      accountId: residentId,
      kind: "priority",
      subjectId: open.id,
      pace: "each",
      since,
    });
}
