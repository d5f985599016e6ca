import type { PlanStage } from "#app/domain/plan/states.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { PriorityReason } from "./agenda.ts";

/** A priority that is worked on in the area of a group, in the words that residents read. */
export interface AgendaPriority {
  id: string;
  reference: string;
  title: string;
  place: string;
  statement: string;
  state: PriorityState;
  stage: PlanStage | null;
  /** The last day on which residents say whether it worked; null while they are not asked. */
  feedbackUntil: Day | null;
  /** Actions of its plan and of joint tasking that are not closed, and how many of them are late. */
  open: number;
  late: number;
}

/** How much of the area's officers' time went elsewhere in a month. */
export interface AgendaAbstraction {
  /** "October 2026". */
  month: string;
  /** "9.8%", or a band where the posts are few. */
  rate: string;
  /** What took most of it, in the words of the definition; empty where the figures are of few. */
  causes: readonly string[];
}

/** What the platform knows before a meeting: all that a standing agenda is written from. */
export interface AgendaFacts {
  /** Actions that the meeting has to say something of, how many are late, and how many were declined. */
  carried: { open: number; late: number; declined: number };
  priorities: readonly AgendaPriority[];
  /** Null where no figures are loaded of the area. */
  abstraction: AgendaAbstraction | null;
}

/** Why a priority stands on an agenda: residents' feedback and a plan's assessment come before plain progress. */
export function reasonOf({ state, stage, feedbackUntil }: AgendaPriority): PriorityReason {
  if (feedbackUntil !== null || state === "outcome-reported" || state === "feedback-open") return "feedback-due";
  return stage === "assessment" ? "assessment-due" : "progress";
}
