import { monthInWords } from "#app/domain/measure/month.ts";
import { markOf, type Judgement, type JudgementReason, type TeamMonth } from "./improvement.ts";
import { completenessOf, rateOf } from "./rate.ts";
import type { ImprovementState } from "./words.ts";

export const improvementStateWords: Readonly<Record<ImprovementState, string>> = {
  within: "Within the target",
  watch: "Watched",
  "plan-required": "Plan required",
  "plan-live": "Plan running",
  escalated: "Escalated",
  closed: "Closed",
};

const reasonWords: Readonly<Record<JudgementReason, string>> = {
  nothing: "Nothing follows from it.",
  "month-over": "One month over 10% is watched.",
  "two-months-over": "Two months in a row over 10% ask for a plan.",
  "far-over": "One month over 15% asks for a plan.",
  "incomplete-twice":
    "Twice within six months less than 95% of the duties were accounted for: that asks for a plan.",
  "month-within": "A month within the target ends the watch.",
  "no-improvement": "Three months in the plan show no improvement: the chief officers look at it.",
  "three-within": "Three months in a row within the target close it.",
};

/** The figure of a month: "10.2%, over target, provisional (90.0% accounted for)". */
export function monthFigureInWords(month: TeamMonth): string {
  const complete = completenessOf(month.confirmed, month.duties);
  const words = rateOf(month)?.words ?? "no duty";
  return complete?.isProvisional === true ? `${words}, provisional (${complete.words} accounted for)` : words;
}

/** A judgement in a sentence, as it stands among the steps. */
export function judgementInWords(
  month: TeamMonth,
  { why }: Pick<Judgement, "why">,
  isCorrected: boolean,
): string {
  const figure = `${monthInWords(month.month)}${isCorrected ? ", corrected" : ""}: ${monthFigureInWords(month)}.`;
  return `${figure} ${reasonWords[why]}`;
}

/** Whether a correction made something else of a month than was judged. */
export const isJudgedAnew = (was: TeamMonth, is: TeamMonth): boolean => markOf(was) !== markOf(is);

const summaries: Readonly<Record<ImprovementState, string>> = {
  within: "No plan about the team’s time is open.",
  watch:
    "In one month the team was used for other work for more than 10 of every 100 duty hours. The next month is watched.",
  "plan-required":
    "The team was used for other work more than promised, or too little of its time was accounted for. Its inspector is writing down what is to be done.",
  "plan-live":
    "The team was used for other work more than promised, or too little of its time was accounted for. A plan to change that is running.",
  escalated:
    "The plan about the team’s time has not changed enough. The chief officers look at it every month.",
  closed:
    "There was a plan about the team’s time. For three months in a row the team was not used for other work more than promised.",
};

/** How it stands, as panels and partnerships read it. */
export const improvementSummary = (state: ImprovementState): string => summaries[state];
