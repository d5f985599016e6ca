import { taskingActionStateWords, type TaskingActionState } from "./action.ts";

/** What an agency answers of an action that it was given. */
export const taskingAnswers = ["accepted", "in-progress", "done", "rejected"] as const;
export type TaskingAnswer = (typeof taskingAnswers)[number];

const answersFrom: Readonly<Record<TaskingActionState, readonly TaskingAnswer[]>> = {
  assigned: ["accepted", "in-progress", "done", "rejected"],
  accepted: ["in-progress", "done", "rejected"],
  "in-progress": ["done", "rejected"],
  done: [],
  rejected: [],
  withdrawn: [],
};

/** What an agency may answer of an action that stands so. */
export const taskingAnswersFrom = (state: TaskingActionState): readonly TaskingAnswer[] => answersFrom[state];

/** What whoever records for a group does with an action. A declined one is given on or withdrawn: it never just ends. */
export const taskingMoves = ["move-day", "give-on", "withdraw", "reopen"] as const;
export type TaskingMove = (typeof taskingMoves)[number];

const whileOpen: readonly TaskingMove[] = ["move-day", "give-on", "withdraw"];

const movesFrom: Readonly<Record<TaskingActionState, readonly TaskingMove[]>> = {
  assigned: whileOpen,
  accepted: whileOpen,
  "in-progress": whileOpen,
  rejected: ["give-on", "withdraw"],
  done: ["reopen"],
  withdrawn: ["reopen"],
};

/** What gives an action to somebody anew: a group that has ended gives nothing more. */
const giving: readonly TaskingMove[] = ["give-on", "reopen"];

/** What may be done with an action that stands so, in a group that meets or has ended. */
export const taskingMovesFrom = (state: TaskingActionState, hasEnded: boolean): readonly TaskingMove[] =>
  movesFrom[state].filter((move) => !(hasEnded && giving.includes(move)));

/** Whether nothing of an action is left to do or to decide, as far as the plan it serves depends on it. */
export const isTaskingActionSettled = (state: TaskingActionState): boolean =>
  state === "done" || state === "withdrawn";

const stands = (state: TaskingActionState) => `It is “${taskingActionStateWords[state]}” already`;

/** Why an action cannot be answered so, in words; null where it can. What is done needs its result, a refusal its reason. */
export function answerRefusal(
  from: TaskingActionState,
  to: TaskingAnswer,
  words: string,
): { field: "form" | "words"; message: string } | null {
  if (!answersFrom[from].includes(to)) return { field: "form", message: stands(from) };
  if (words.trim() !== "") return null;
  if (to === "done") return { field: "words", message: "Say in a sentence what came of it" };
  return to === "rejected"
    ? { field: "words", message: "Say in a sentence why your agency cannot do it" }
    : null;
}

/** Why that cannot be done with an action, in words; null where it can. */
export function moveRefusal(from: TaskingActionState, move: TaskingMove, hasEnded: boolean): string | null {
  if (!movesFrom[from].includes(move)) return stands(from);
  return taskingMovesFrom(from, hasEnded).includes(move)
    ? null
    : "This group has ended and gives no more actions. Give a new one in a group that meets";
}
