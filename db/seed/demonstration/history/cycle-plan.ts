import { stepLine } from "#app/domain/cycle/public-lines.ts";
import { cycleStages, timedStages, type CycleStage } from "#app/domain/cycle/stages.ts";
import {
  defaultCycleSettings,
  stageOn,
  timetableOf,
  type StageChange,
  type Timetable,
} from "#app/domain/cycle/timetable.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { extensionReasons } from "./outcomes.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, pick, type Telling } from "./telling.ts";

/** One cycle of a neighbourhood's history. */
export interface PlannedCycle {
  readonly id: string;
  readonly number: number;
  readonly stage: CycleStage;
  readonly timetable: Timetable;
  readonly isInterim: boolean;
}

const cycleDays = 91;
/** Two years. */
const pastCycles = 7;
const interimCycles = 2;

// The neighbourhoods that visitors are most likely to open stand where there is something to do: a vote, a panel, a
// time to raise concerns. The others are spread over all days of a cycle.
const chosenDays: Readonly<Record<number, number>> = { 0: 47, 1: 58, 2: 12 };
const dayOfCycle = (index: number) => chosenDays[index] ?? ((index * 37) % cycleDays) + 1;

/** The cycles of two years, the last of them running today. */
export function planCycles({ at, id, neighbourhoodId, today, random }: Telling): {
  cycles: PlannedCycle[];
  rows: Pick<HistoryRows, "cycles" | "cycleExtensions" | "cycleEvents">;
} {
  const extendedCycle = at.index % 5 === 3 ? 2 + (at.index % pastCycles) : null;
  const extraDays = extendedCycle === null ? 0 : 7;
  const hasNoPanelAtFirst = at.index % 10 === 4;
  let startsOn: Day = addDays(today, 1 - dayOfCycle(at.index) - pastCycles * cycleDays - extraDays);
  const cycles: PlannedCycle[] = [];
  const rows: Pick<HistoryRows, "cycles" | "cycleExtensions" | "cycleEvents"> = {
    cycles: [],
    cycleExtensions: [],
    cycleEvents: [],
  };
  for (let number = 1; number <= pastCycles + 1; number += 1) {
    const changes: StageChange[] =
      number === extendedCycle
        ? [{ stage: "voting", extraDays, reason: pick(random, extensionReasons) }]
        : [];
    const timetable = timetableOf(startsOn, defaultCycleSettings, changes);
    const cycle: PlannedCycle = {
      id: id("cycle", number),
      number,
      stage: stageOn(timetable, today),
      timetable,
      isInterim: hasNoPanelAtFirst && number <= interimCycles,
    };
    cycles.push(cycle);
    rows.cycles.push(rowOf(cycle, neighbourhoodId, startsOn));
    rows.cycleExtensions.push(
      ...changes.map(({ stage, reason }) => ({
        id: id("cycle-extension", number),
        cycleId: cycle.id,
        stage,
        extraDays,
        reason,
        at: atHour(timetable.voting.firstDay, 10),
      })),
    );
    rows.cycleEvents.push(...eventsOf(cycle, id));
    startsOn = addDays(timetable.reviewing.lastDay, 1);
  }
  return { cycles, rows };
}

function rowOf(
  { id, number, stage, timetable, isInterim }: PlannedCycle,
  neighbourhoodId: string,
  startsOn: Day,
): HistoryRows["cycles"][number] {
  return {
    id,
    neighbourhoodId,
    number,
    stage,
    startsOn,
    raisingEndsOn: timetable.raising.lastDay,
    researchEndsOn: timetable.research.lastDay,
    shortlistingEndsOn: timetable.shortlisting.lastDay,
    votingEndsOn: timetable.voting.lastDay,
    panelEndsOn: timetable.panel.lastDay,
    liveEndsOn: timetable.live.lastDay,
    reviewingEndsOn: timetable.reviewing.lastDay,
    isInterim,
    changedAt: atHour(startsOn, 0, 10),
  };
}

/** The steps that the calendar made in a cycle, up to the stage it stands in. */
function eventsOf(
  { id: cycleId, number, stage, timetable }: PlannedCycle,
  id: Telling["id"],
): HistoryRows["cycleEvents"] {
  const reached = cycleStages.slice(1, cycleStages.indexOf(stage) + 1);
  return reached.map((to, place) => {
    const from = reached[place - 1] ?? "planned";
    const timed = timedStages.find((one) => one === to);
    const on = timed === undefined ? addDays(timetable.reviewing.lastDay, 1) : timetable[timed].firstDay;
    return {
      id: id("cycle-event", `${number}:${to}`),
      cycleId,
      at: atHour(on, 0, 10),
      from,
      to,
      line: stepLine({ from, to, on }, timetable),
    };
  });
}
