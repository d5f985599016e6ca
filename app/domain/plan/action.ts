import { daysBetween, type Day } from "#app/domain/team/day.ts";

export const actionKinds = ["prevention", "intelligence", "enforcement", "reassurance"] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionKindWords: Readonly<Record<ActionKind, string>> = {
  prevention: "Prevention",
  intelligence: "Finding out more",
  enforcement: "Enforcement",
  reassurance: "Reassurance and engagement",
};

export const actionStates = ["open", "blocked", "done", "dropped"] as const;
export type ActionState = (typeof actionStates)[number];

export const actionStateWords: Readonly<Record<ActionState, string>> = {
  open: "To do",
  blocked: "Blocked",
  done: "Done",
  dropped: "Dropped",
};

const movesFrom: Readonly<Record<ActionState, readonly ActionState[]>> = {
  open: ["done", "blocked", "dropped"],
  blocked: ["done", "open", "dropped"],
  done: ["open"],
  dropped: ["open"],
};

/** What may become of an action that stands so. */
export const actionMovesFrom = (state: ActionState): readonly ActionState[] => movesFrom[state];

export const isActionClosed = (state: ActionState): boolean => state === "done" || state === "dropped";

/** Why an action cannot become so, in words; null where it can. What is done needs its result, the rest a reason. */
export function actionRefusal(from: ActionState, to: ActionState, words: string): string | null {
  if (!movesFrom[from].includes(to)) return `It is “${actionStateWords[from]}” already`;
  if (words.trim() !== "") return null;
  return to === "done" ? "Say in a sentence what came of it" : "Say in a sentence why";
}

const standings = ["late", "due", "later", "closed"] as const;
type ActionStanding = (typeof standings)[number];

/** How an action stands to its day; what is closed is neither due nor late. */
export function actionLateness(
  { state, dueOn }: { state: ActionState; dueOn: Day },
  today: Day,
  soonDays: number,
): { standing: ActionStanding; days: number } {
  const days = daysBetween(today, dueOn);
  if (isActionClosed(state)) return { standing: "closed", days };
  if (days < 0) return { standing: "late", days: -days };
  return { standing: days <= soonDays ? "due" : "later", days };
}

// Within so many days an action is due and no longer later.
const actionSoonDays = 7;

/** Actions as somebody reads them who has little time: the latest first, then what is due, what is closed last. */
export const mostPressingFirst = <Action extends { state: ActionState; dueOn: Day; number: number }>(
  actions: readonly Action[],
  today: Day,
): Action[] => {
  const rank = (action: Action) => standings.indexOf(actionLateness(action, today, actionSoonDays).standing);
  return [...actions].sort(
    (a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number),
  );
};

const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** How an action stands to its day, in words: "3 days late", "due today"; null where it is not due yet. */
export function actionDueInWords(action: { state: ActionState; dueOn: Day }, today: Day): string | null {
  const { standing, days } = actionLateness(action, today, actionSoonDays);
  if (standing === "late") return `${inDays(days)} late`;
  if (standing !== "due") return null;
  return days === 0 ? "Due today" : `Due in ${inDays(days)}`;
}
