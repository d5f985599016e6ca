import type { FeedbackAnswer } from "#app/domain/feedback/answers.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";
import type { CloseReason } from "#app/domain/priority/close.ts";
import type { PriorityStep } from "#app/domain/priority/steps.ts";
import type { Day } from "#app/domain/team/day.ts";

/** How the work on a priority of the history ends, if it is given the time. */
export type Ending =
  | "signed-off"
  | "refused-by-poll"
  | "refused-by-panel"
  | "few-replies"
  | "closed"
  /** Signed off, and back within a year. */
  | "recurred";

/** Something that happens to a priority or its plan. */
export type Move = { at: Date } & (
  | { kind: "step"; step: PriorityStep; reason: string | null; reasonCode: string | null }
  | { kind: "stage"; to: PlanStage }
  | { kind: "pause"; until: Day; reason: string }
  | { kind: "resume" }
);

/** One answer of a round, of whomever. */
export interface ToldAnswer {
  at: Date;
  answer: FeedbackAnswer;
}

/** A time in which residents are asked, as it goes to its end. */
export interface ToldRound {
  number: number;
  opensOn: Day;
  /** The last day, before it was extended. */
  firstClosesOn: Day;
  closesOn: Day;
  isExtended: boolean;
  voters: number;
  quorum: number;
  answers: readonly ToldAnswer[];
  isPassed: boolean;
  isFewReplies: boolean;
  /** When it is counted. */
  closedAt: Date;
  /** What the panel says afterwards; null where the poll returns it by itself. */
  panel: { heldOn: Day; isFor: boolean } | null;
}

/** The work on a plan from where it begins, or begins again, to the outcome report. */
export interface Stretch {
  from: Day;
  /** When each stage was opened. */
  opened: ReadonlyMap<PlanStage, Day>;
  reportOn: Day;
}

/** The whole life of a priority, also what has not happened by today. */
export interface Life {
  heldOn: Day;
  moves: readonly Move[];
  stretches: readonly Stretch[];
  rounds: readonly ToldRound[];
}

export interface Closing {
  code: CloseReason;
  words: string;
}
