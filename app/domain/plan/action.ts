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

const actionStateWords: Readonly<Record<ActionState, string>> = {
  open: "To do",
  blocked: "Blocked",
  done: "Done",
  dropped: "Dropped",
};

const movesFrom: Readonly<Record<ActionState, readonly ActionState[]>> = {
  open: ["blocked", "done", "dropped"],
  blocked: ["open", "done", "dropped"],
  done: ["open"],
  dropped: ["open"],
};

export const isActionClosed = (state: ActionState): boolean => state === "done" || state === "dropped";

/** Why an action cannot become so, in words; null where it can. What is done needs its result, the rest a reason. */
export function actionRefusal(from: ActionState, to: ActionState, words: string): string | null {
  if (!movesFrom[from].includes(to)) return `It is “${actionStateWords[from]}” already`;
  if (words.trim() !== "") return null;
  return to === "done" ? "Say in a sentence what came of it" : "Say in a sentence why";
}

/** How an action stands to its day; what is closed is neither due nor late. */
export function actionLateness(
  { state, dueOn }: { state: ActionState; dueOn: Day },
  today: Day,
  soonDays: number,
): { standing: "late" | "due" | "later" | "closed"; days: number } {
  const days = daysBetween(today, dueOn);
  if (isActionClosed(state)) return { standing: "closed", days };
  if (days < 0) return { standing: "late", days: -days };
  return { standing: days <= soonDays ? "due" : "later", days };
}
