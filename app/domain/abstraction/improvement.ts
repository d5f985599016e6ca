import { addMonths, type Month } from "./month.ts";
import { isOverPercent } from "./percentage.ts";
import { isProvisional, rateOf } from "./rate.ts";
import type { ImprovementState } from "./words.ts";

/** The month of a team as it is judged: sums over its neighbourhoods, in shares. */
export interface TeamMonth {
  month: Month;
  duty: number;
  /** What counts in rate A. */
  abstracted: number;
  duties: number;
  confirmed: number;
}

/** Over this, one month alone asks for a plan. */
const farOverPercent = 15;
/** So many months within the target in a row close it; so many in a plan must show an improvement. */
const monthsToClose = 3;
const monthsToImprove = 3;
/** So much lower is an improvement, in points of a per cent. */
const leastPoints = 1;
/** "Twice" incomplete is twice within so many months. */
const incompleteWithinMonths = 6;

/**
 * What a month is worth. One without duty is nothing; one within the target of which too little is accounted for proves
 * nothing; one over the target is over, provisional or not: it may open, not close.
 */
export type MonthMark = "nothing" | "within" | "unproven" | "over" | "far-over";

export function markOf({ duty, abstracted, duties, confirmed }: Omit<TeamMonth, "month">): MonthMark {
  const rate = rateOf({ duty, abstracted });
  if (rate === null) return "nothing";
  if (isOverPercent({ part: abstracted, whole: duty }, farOverPercent)) return "far-over";
  if (rate.isBreach) return "over";
  return isProvisional(confirmed, duties) ? "unproven" : "within";
}

/** How a team stands when a month of it is judged. */
export interface Standing {
  state: ImprovementState;
  /** The month that opened what is open. */
  openedFor: Month | null;
  /** The month in which its plan went live. */
  liveIn: Month | null;
  /** The last month that was judged before what came before was closed: those up to it are no reason any more. */
  closedAfter: Month | null;
}

export type JudgementReason =
  | "nothing"
  | "month-over"
  | "two-months-over"
  | "far-over"
  | "incomplete-twice"
  | "month-within"
  | "no-improvement"
  | "three-within";

export interface Judgement {
  to: ImprovementState;
  why: JudgementReason;
}

/**
 * Judges one month of a team: the next that is over, or one that a correction made something else of, which is judged
 * as it stands at the moment of the correction. `months` are those known by then, this one among them, in order.
 */
export function judge(standing: Standing, months: readonly TeamMonth[], month: Month): Judgement {
  const { state, closedAfter } = standing;
  const stays: Judgement = { to: state, why: "nothing" };
  // One without duty judges nothing: those on both sides of it follow each other.
  const counted = months.filter(
    (one) =>
      markOf(one) !== "nothing" && (closedAfter === null || one.month > closedAfter || one.month === month),
  );
  if (!counted.some((one) => one.month === month)) return stays;
  switch (state) {
    case "within":
    case "closed":
      return openingOf(counted, month) ?? stays;
    case "watch": {
      const opening = openingOf(counted, month);
      if (opening !== null) return opening.to === "watch" ? stays : opening;
      return isWatchOver(standing, counted, month) ? { to: "within", why: "month-within" } : stays;
    }
    case "plan-required":
      return closingOf(counted) ?? stays;
    case "plan-live":
      return closingOf(counted) ?? escalationOf(standing, counted) ?? stays;
    case "escalated":
      return closingOf(counted) ?? stays;
  }
}

const isOver = (month: TeamMonth | undefined) =>
  month !== undefined && ["over", "far-over"].includes(markOf(month));
const isWithin = (month: TeamMonth | undefined) => month !== undefined && markOf(month) === "within";
const isIncomplete = ({ confirmed, duties }: TeamMonth) => isProvisional(confirmed, duties);

/** What a month opens; null where it opens nothing. */
function openingOf(counted: readonly TeamMonth[], month: Month): Judgement | null {
  const at = counted.findIndex((one) => one.month === month);
  const judged = counted[at];
  if (judged === undefined) return null;
  if (markOf(judged) === "far-over") return { to: "plan-required", why: "far-over" };
  // A corrected month has one after it, too.
  if (isOver(judged) && (isOver(counted[at - 1]) || isOver(counted[at + 1])))
    return { to: "plan-required", why: "two-months-over" };
  const [from, to] = [
    addMonths(month, 1 - incompleteWithinMonths),
    addMonths(month, incompleteWithinMonths - 1),
  ];
  const incomplete = counted.filter((one) => one.month >= from && one.month <= to && isIncomplete(one));
  if (isIncomplete(judged) && incomplete.length >= 2) return { to: "plan-required", why: "incomplete-twice" };
  return isOver(judged) ? { to: "watch", why: "month-over" } : null;
}

/** A watch is of one month: the next within the target ends it, and so does a correction of the month it was for. */
function isWatchOver({ openedFor }: Standing, counted: readonly TeamMonth[], month: Month): boolean {
  const last = counted.at(-1);
  const judged = counted.find((one) => one.month === month);
  return isWithin(judged) && isWithin(last) && (month === last?.month || month === openedFor);
}

/** Three months in a row within the target, each accounted for. */
function closingOf(counted: readonly TeamMonth[]): Judgement | null {
  const last = counted.slice(-monthsToClose);
  return last.length === monthsToClose && last.every(isWithin) ? { to: "closed", why: "three-within" } : null;
}

/** Three whole months in the plan, and no improvement in the last three of them. */
function escalationOf({ openedFor, liveIn }: Standing, counted: readonly TeamMonth[]): Judgement | null {
  if (liveIn === null) return null;
  const inPlan = counted.filter(({ month }) => month > liveIn).slice(-monthsToImprove);
  const before = counted.filter(({ month }) => month <= liveIn && (openedFor === null || month >= openedFor));
  return inPlan.length < monthsToImprove || hasImproved(before, inPlan)
    ? null
    : { to: "escalated", why: "no-improvement" };
}

/**
 * Whether months in a plan are an improvement on those that it was written for: pooled, they are within the target, or
 * lower by at least one point. Where too little is accounted for they prove none.
 */
export function hasImproved(before: readonly TeamMonth[], inPlan: readonly TeamMonth[]): boolean {
  const [was, is] = [pooled(before), pooled(inPlan)];
  if (is.duty === 0 || isProvisional(is.confirmed, is.duties)) return false;
  if (rateOf(is)?.isBreach === false) return true;
  const lowered = BigInt(was.abstracted) * 100n - BigInt(leastPoints) * BigInt(was.duty);
  return was.duty > 0 && BigInt(is.abstracted) * 100n * BigInt(was.duty) <= lowered * BigInt(is.duty);
}

const pooled = (months: readonly TeamMonth[]) =>
  months.reduce(
    (sum, one) => ({
      duty: sum.duty + one.duty,
      abstracted: sum.abstracted + one.abstracted,
      duties: sum.duties + one.duties,
      confirmed: sum.confirmed + one.confirmed,
    }),
    { duty: 0, abstracted: 0, duties: 0, confirmed: 0 },
  );
