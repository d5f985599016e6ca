import { addDays, type Day } from "#app/domain/team/day.ts";
import type { CycleStage, TimedStage } from "./stages.ts";
import type { Timetable } from "./timetable.ts";

/** A cycle as far as its next stage depends on it. */
export interface CycleFacts {
  stage: CycleStage;
  timetable: Timetable;
  /** Candidates on the published shortlist. */
  shortlisted: number;
}

type Guard = "candidates" | "no-candidates" | null;

/** A way from one stage to the next; the clock goes it on the day that `opens` begins, null being the day after the last. */
interface ClockMove {
  from: CycleStage;
  to: CycleStage;
  opens: TimedStage | null;
  guard: Guard;
}

/**
 * With nobody on the shortlist there is no vote: the panel opens on the day the vote would have, with nothing to adopt
 * from it, and keeps its own last day.
 */
export const clockMoves: readonly ClockMove[] = [
  { from: "planned", to: "raising", opens: "raising", guard: null },
  { from: "raising", to: "research", opens: "research", guard: null },
  { from: "research", to: "shortlisting", opens: "shortlisting", guard: null },
  { from: "shortlisting", to: "voting", opens: "voting", guard: "candidates" },
  { from: "shortlisting", to: "panel", opens: "voting", guard: "no-candidates" },
  { from: "voting", to: "panel", opens: "panel", guard: null },
  { from: "panel", to: "live", opens: "live", guard: null },
  { from: "live", to: "reviewing", opens: "reviewing", guard: null },
  { from: "reviewing", to: "closed", opens: null, guard: null },
];

/** Where a person may end a cycle early, with a reason: a vote that residents began is counted and decided upon. */
export const endableStages: readonly CycleStage[] = [
  "planned",
  "raising",
  "research",
  "shortlisting",
  "live",
  "reviewing",
];

/** One step that the clock takes, on the day it is due by the calendar. */
export interface Step {
  from: CycleStage;
  to: CycleStage;
  on: Day;
}

const holds = (guard: Guard, { shortlisted }: CycleFacts): boolean =>
  guard === null || (guard === "candidates") === shortlisted > 0;

/** The next step of a cycle and its day; null for one that is closed. */
export function nextStep(cycle: CycleFacts): Step | null {
  const move = clockMoves.find(({ from, guard }) => from === cycle.stage && holds(guard, cycle));
  if (move === undefined) return null;
  const { from, to, opens } = move;
  const { timetable } = cycle;
  const on = opens === null ? addDays(timetable.reviewing.lastDay, 1) : timetable[opens].firstDay;
  return { from, to, on };
}

/** Every step that is due by a day, in order, each once: one as a rule, several where nobody was there to take them. */
export function stagesToRun(cycle: CycleFacts, today: Day): Step[] {
  const step = nextStep(cycle);
  return step === null || step.on > today ? [] : [step, ...stagesToRun({ ...cycle, stage: step.to }, today)];
}

/** Why a person may not end a cycle early; null where they may. */
export function reasonNotToEnd(stage: CycleStage, reason: string): string | null {
  if (stage === "closed") return "This cycle is closed already";
  if (!endableStages.includes(stage))
    return "Residents have begun to vote: this cycle ends when the panel has decided";
  return reason.trim() === "" ? "Enter the reason, as residents will read it" : null;
}
