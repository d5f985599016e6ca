import { addDays, type Day } from "#app/domain/team/day.ts";
import { cycleStages, stageWords, timedStages, type CycleStage, type TimedStage } from "./stages.ts";

/** A cycle as it is stored: its first day, and the last of each stage. */
export interface CycleDays {
  stage: CycleStage;
  startsOn: Day;
  raisingEndsOn: Day;
  researchEndsOn: Day;
  shortlistingEndsOn: Day;
  votingEndsOn: Day;
  panelEndsOn: Day;
  liveEndsOn: Day;
  reviewingEndsOn: Day;
}

export interface Extension {
  stage: CycleStage;
  extraDays: number;
  /** Published. */
  reason: string;
}

/** A stage as the page of its cycle lists it. */
export interface StageLine {
  stage: TimedStage;
  name: string;
  firstDay: Day;
  lastDay: Day;
  standing: "over" | "now" | "ahead";
  extensions: readonly Pick<Extension, "extraDays" | "reason">[];
}

const lastDayOf = (cycle: CycleDays): Readonly<Record<TimedStage, Day>> => ({
  raising: cycle.raisingEndsOn,
  research: cycle.researchEndsOn,
  shortlisting: cycle.shortlistingEndsOn,
  voting: cycle.votingEndsOn,
  panel: cycle.panelEndsOn,
  live: cycle.liveEndsOn,
  reviewing: cycle.reviewingEndsOn,
});

/** Each stage of a cycle with its days, where it stands, and why it was given more. */
export function stageLinesOf(cycle: CycleDays, extensions: readonly Extension[]): StageLine[] {
  const lastDays = lastDayOf(cycle);
  const reached = cycleStages.indexOf(cycle.stage);
  return timedStages.map((stage, index) => {
    const before = timedStages[index - 1];
    const place = cycleStages.indexOf(stage);
    return {
      stage,
      name: stageWords[stage].name,
      firstDay: before === undefined ? cycle.startsOn : addDays(lastDays[before], 1),
      lastDay: lastDays[stage],
      standing: place < reached ? "over" : place === reached ? "now" : "ahead",
      extensions: extensions.filter((one) => one.stage === stage),
    };
  });
}
