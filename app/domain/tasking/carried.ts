import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingActionStateWords, type CarriedOutcome, type TaskingActionState } from "./action.ts";

const outcomesOf: Readonly<Record<TaskingActionState, readonly CarriedOutcome[]>> = {
  assigned: ["done", "goes-on", "given-on", "withdrawn"],
  accepted: ["done", "goes-on", "given-on", "withdrawn"],
  "in-progress": ["done", "goes-on", "given-on", "withdrawn"],
  // Closed between two meetings: the next one takes note of it.
  done: ["done"],
  withdrawn: ["withdrawn"],
  rejected: ["given-on", "withdrawn"],
};

/** Why a meeting cannot find that of an action that was carried to it, in words; null where it can. */
export function carriedRefusal(state: TaskingActionState, outcome: CarriedOutcome): string | null {
  if (outcomesOf[state].includes(outcome)) return null;
  return state === "rejected"
    ? "It was declined. Give it to somebody else, or say that it is no longer needed"
    : `It is “${taskingActionStateWords[state]}” already: choose that`;
}

/** With what the entry of each outcome begins. */
export const outcomeBegins: Readonly<Record<CarriedOutcome, string>> = {
  done: "Done",
  "goes-on": "Goes on",
  "given-on": "Given to",
  withdrawn: "No longer needed",
};

/** How the minutes say what was found of an action from last time. */
export function carriedEntryWords(
  outcome: CarriedOutcome,
  { words, dueOn, to }: { words: string; dueOn: Day | null; to: string | null },
): string {
  const said = words.trim();
  const by = dueOn === null ? "" : dayInWords(dueOn);
  const more = {
    done: "",
    "goes-on": `, to ${by}`,
    "given-on": ` ${to ?? "another agency"}, by ${by}`,
    withdrawn: "",
  }[outcome];
  const begin = `${outcomeBegins[outcome]}${more}`;
  return said === "" ? begin : `${begin}. ${said}`;
}
