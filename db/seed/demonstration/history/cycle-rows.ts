import { addDays, type Day } from "#app/domain/team/day.ts";
import { cycleStages, type CycleStage } from "#app/domain/cycle/stages.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { ballotRows, tallyRow, tellBallots } from "./vote-rows.ts";
import { candidateRow, tellCandidates, type ToldCandidate } from "./candidate-rows.ts";
import { concernRows, type ToldConcern } from "./concern-rows.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import { tellOpenMeeting, tellPanel, type ToldAdoption } from "./panel-rows.ts";
import type { HistoryRows } from "./rows.ts";
import { between, pick, type Telling } from "./telling.ts";
import { themes, type Theme } from "./themes.ts";

const isPast = (cycle: PlannedCycle, stage: CycleStage) =>
  cycleStages.indexOf(cycle.stage) > cycleStages.indexOf(stage);

interface Lead {
  key: string;
  theme: Theme;
  place: string;
  raisers: number;
  raisedOn: Day;
}

/** What people raised in a cycle, a few of them so often that it becomes a candidate. */
function tellLeads({ random, at, today }: Telling, cycle: PlannedCycle): Lead[] {
  const { firstDay } = cycle.timetable.raising;
  return random
    .shuffle(themes)
    .slice(0, between(random, 4, 6))
    .map((theme, number): Lead => {
      const raisedOn = addDays(firstDay, between(random, 0, 24));
      return {
        key: `${cycle.number}:${number}`,
        theme,
        place: pick(random, at.places),
        raisers: between(random, 2, 24),
        raisedOn,
      };
    })
    .filter(({ raisedOn }) => raisedOn < today);
}

/** The whole of one cycle: concerns, candidates, vote and panel. `roomOn` says how many places are free on a day. */
export function tellCycle(
  telling: Telling,
  cycle: PlannedCycle,
  roomOn: (day: Day) => number,
  rows: HistoryRows,
): ToldAdoption[] {
  const leads = tellLeads(telling, cycle);
  const candidates =
    isPast(cycle, "raising") && leads.length >= 3 ? tellCandidates(telling, cycle, leads) : [];
  const shortlist = candidates.filter(({ isShortlisted }) => isShortlisted === true);
  const support = new Map<string, HistoryRows["candidates"][number]["scoreSupport"]>();
  let adopted: ToldAdoption[] = [];
  if (isPast(cycle, "shortlisting") && shortlist.length > 0) {
    const ballots = tellBallots(telling, cycle, shortlist, shareOfVote(telling, cycle));
    if (!isPast(cycle, "panel")) {
      const lying = ballotRows(telling, cycle, shortlist, ballots);
      rows.ballotBatches.push(...lying.ballotBatches);
      rows.ballots.push(...lying.ballots);
    }
    if (isPast(cycle, "voting")) {
      const { count, row } = tallyRow(telling, cycle, shortlist, ballots);
      for (const [id, mark] of count.support) support.set(id, mark);
      rows.tallies.push(row);
      if (isPast(cycle, "panel")) {
        const told = tellPanel(telling, cycle, shortlist, count, roomOn(cycle.timetable.panel.firstDay));
        adopted = told.adopted;
        rows.resolutions.push(...told.rows.resolutions);
        rows.resolutionItems.push(...told.rows.resolutionItems);
      } else if (telling.panelMemberIds.length > 0) {
        const told = tellOpenMeeting(telling, cycle, count);
        rows.resolutions.push(...told.resolutions);
        rows.resolutionMembers.push(...told.resolutionMembers);
        rows.resolutionItems.push(...told.resolutionItems);
      }
    }
  }
  rows.candidates.push(
    ...candidates.map((one) => candidateRow(telling, cycle, one, numberOrNull(support.get(one.id)))),
  );
  leads.forEach((lead, place) => {
    tellConcerns(telling, cycle, lead, candidates[place], adopted, rows);
  });
  return adopted;
}

const numberOrNull = (mark: number | null | undefined) =>
  mark === 0 || mark === 1 || mark === 2 || mark === 3 || mark === 4 ? mark : null;

/** How much of a vote has come in by today. */
function shareOfVote({ today }: Telling, { timetable: { voting } }: PlannedCycle): number {
  const [first, last, now] = [voting.firstDay, voting.lastDay, today].map((day) => Date.parse(day));
  if (first === undefined || last === undefined || now === undefined || now >= last) return 1;
  return Math.max(0.1, (now - first) / (last - first));
}

/** The concern that stands for the others, and those that were joined with it. */
function tellConcerns(
  telling: Telling,
  cycle: PlannedCycle,
  { key, theme, place, raisers, raisedOn }: Lead,
  candidate: ToldCandidate | undefined,
  adopted: readonly ToldAdoption[],
  rows: HistoryRows,
): void {
  const { id, random, today, at } = telling;
  const { state, reasonCode, changedOn } = standingOf(cycle, candidate, adopted, raisedOn);
  const add = (concern: ToldConcern) => {
    const made = concernRows(telling, concern);
    rows.concerns.push(...made.concerns);
    rows.concernTexts.push(...made.concernTexts);
    rows.concernEvents.push(...made.concernEvents);
  };
  const lead = { key, theme, place, raisedOn, state, reasonCode, raisers, cycleId: cycle.id, changedOn };
  add({ ...lead, mergedIntoId: null, isByResident: at.index < 3 && key.endsWith(":0") });
  if (candidate !== undefined)
    rows.candidateConcerns.push({ candidateId: candidate.id, concernId: id("concern", key) });
  const merged = between(random, 0, 2);
  for (let number = 1; number <= merged; number += 1) {
    const on = addDays(raisedOn, number);
    if (on >= today) return;
    add({
      ...lead,
      key: `${key}:${number}`,
      raisedOn: on,
      state: "merged",
      reasonCode: null,
      raisers: 1,
      mergedIntoId: id("concern", key),
      changedOn: addDays(on, 1) < today ? addDays(on, 1) : today,
    });
  }
}

function standingOf(
  cycle: PlannedCycle,
  candidate: ToldCandidate | undefined,
  adopted: readonly ToldAdoption[],
  raisedOn: Day,
): { state: ConcernState; reasonCode: string | null; changedOn: Day } {
  const published = {
    state: "published-candidate",
    reasonCode: null,
    changedOn: addDays(raisedOn, 1),
  } as const;
  if (candidate === undefined || candidate.isShortlisted === null) return published;
  const { timetable } = cycle;
  if (!candidate.isShortlisted)
    return { state: "not-adopted", reasonCode: "not-shortlisted", changedOn: timetable.shortlisting.lastDay };
  if (!isPast(cycle, "panel"))
    return { state: "shortlisted", reasonCode: null, changedOn: timetable.shortlisting.lastDay };
  const changedOn = addDays(timetable.panel.firstDay, 2);
  return adopted.some((one) => one.candidate.id === candidate.id)
    ? { state: "adopted", reasonCode: null, changedOn }
    : { state: "not-adopted", reasonCode: adopted.length === 0 ? "no-room" : "fewer-votes", changedOn };
}
