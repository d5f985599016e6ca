import { daysBetween, type Day } from "#app/domain/team/day.ts";
import type { CycleStage } from "./stages.ts";

export interface CycleProgress {
  stage: CycleStage;
  /** The last day of its stage. */
  endsOn: Day;
  candidates: number;
  shortlisted: number;
}

/** From so many days before the end of a stage its work is pressing. */
const pressingDays = 2;

/** What is late or pressing about a cycle, in words; null where all is well. */
export function latenessOf(
  { stage, endsOn, candidates, shortlisted }: CycleProgress,
  { fewestCandidates }: { fewestCandidates: number },
  today: Day,
): string | null {
  const isPressing = daysBetween(today, endsOn) < pressingDays;
  if (stage === "research" && candidates === 0 && isPressing) return "No candidates yet";
  if (stage === "shortlisting" && candidates === 0) return "No candidates yet";
  if (stage === "shortlisting" && shortlisted < fewestCandidates && isPressing)
    return `${shortlisted} of at least ${fewestCandidates} on the shortlist`;
  return stage !== "planned" && endsOn < today ? "Waits to go on" : null;
}
