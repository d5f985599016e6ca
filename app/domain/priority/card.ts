import { dayInWords } from "#app/domain/account/day-words.ts";
import { pollInOneSentence, type LastPoll } from "#app/domain/feedback/poll-line.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Day } from "#app/domain/team/day.ts";
import { chosenInOneSentence } from "./chosen-words.ts";
import { standingOf, type WatchedPriority } from "./lateness.ts";
import { stateInWords, type PriorityState } from "./states.ts";
import type { Trace } from "./trace.ts";

/** A priority as it is on record, as far as a list shows it. */
export interface CardSource {
  reference: string;
  title: string;
  statement: string;
  state: PriorityState;
  adoptedOn: Day | null;
  stateSince: Day | null;
  lastPublicOn: Day | null;
  lapsesOn: Day | null;
  isConfirmed: boolean;
  isLowParticipation: boolean;
  isInterim: boolean;
  /** What residents said when they were last asked; null where they were not. */
  lastPoll: LastPoll | null;
  /** The public line of its last step. */
  lastLine: string | null;
  trace: Trace;
}

/** A priority in a list: what it is, where it stands, how it was chosen, and what one should know of it. */
export interface PriorityCard {
  reference: string;
  title: string;
  statement: string;
  state: PriorityState;
  stateWords: string;
  chosen: string;
  /** How it ended, or how residents answered before the panel decides; null where nobody has been asked. */
  result: string | null;
  remarks: string[];
}

/** "No news for residents for 100 days", where that is too long; null where it is not. */
function staleInWords(
  {
    state,
    adoptedOn,
    stateSince,
    lastPublicOn,
  }: Omit<WatchedPriority, "hasPlans" | "isReviewDue" | "stateSince"> & {
    stateSince: Day | null;
  },
  today: Day,
  figures: Parameters<typeof standingOf>[2],
): string | null {
  const since = stateSince ?? adoptedOn;
  if (since === null) return null;
  const watched = { state, adoptedOn, stateSince: since, lastPublicOn, hasPlans: true, isReviewDue: false };
  return standingOf(watched, today, figures).late.find(({ kind }) => kind === "stale")?.words ?? null;
}

/** What a reader should know of a priority beside how it was chosen; nothing where all is as it should be. */
export function remarksOn(
  priority: Omit<CardSource, "reference" | "title" | "statement" | "lastPoll" | "lastLine">,
  today: Day,
  figures: Pick<Settings, "acceptanceDays" | "bcuReviewDays" | "planDays" | "staleDays">,
): string[] {
  const { trace, lapsesOn, isConfirmed, isInterim, isLowParticipation, state } = priority;
  const isWaiting = trace.urgent !== null && !isConfirmed && (state === "adopted" || state === "in-progress");
  const stale = staleInWords(priority, today, figures);
  return [
    ...(isLowParticipation ? ["Few people voted when it was chosen."] : []),
    ...(isInterim ? ["Decided by an interim panel: this neighbourhood has no panel of residents yet."] : []),
    ...(isWaiting && lapsesOn !== null
      ? [`It lapses on ${dayInWords(lapsesOn)} unless the panel confirms it before.`]
      : []),
    ...(stale === null ? [] : [`${stale}.`]),
  ];
}

const isAnswered: readonly PriorityState[] = ["panel-decision", "returned", "signed-off"];

/** The numbers of an end, or the reason of one that residents did not decide. */
export function resultOf({ state, lastPoll, lastLine }: Pick<CardSource, "state" | "lastPoll" | "lastLine">) {
  if (state === "closed-without-signoff") return lastLine;
  return isAnswered.includes(state) && lastPoll !== null ? pollInOneSentence(lastPoll) : null;
}

export const cardOf = (
  priority: CardSource,
  today: Day,
  figures: Parameters<typeof remarksOn>[2],
): PriorityCard => ({
  reference: priority.reference,
  title: priority.title,
  statement: priority.statement,
  state: priority.state,
  stateWords: stateInWords(priority.state, priority.lastPoll?.isFewReplies === true),
  result: resultOf(priority),
  chosen: chosenInOneSentence(priority.trace),
  remarks: remarksOn(priority, today, figures),
});
