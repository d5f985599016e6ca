import type { PriorityState } from "#app/domain/priority/states.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { WorkWindow } from "./telling.ts";

interface PriorityMoment {
  at: Date;
  to: PriorityState;
}

/**
 * When a priority was worked on, from its steps and the moments at which its plan went to the assessment: by then all
 * that was asked for is done.
 */
export function workWindows(steps: readonly PriorityMoment[], assessments: readonly Date[]): WorkWindow[] {
  const windows: WorkWindow[] = [];
  steps.forEach(({ at, to }, number) => {
    if (to !== "in-progress") return;
    const left = steps[number + 1]?.at;
    const assessed = assessments.find((one) => one > at && (left === undefined || one < left));
    const until = assessed ?? left;
    windows.push({ from: londonDay(at), until: until === undefined ? null : londonDay(until) });
  });
  return windows;
}
