import type { FieldError } from "#app/domain/account/change.ts";
import type { Day } from "#app/domain/team/day.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";
import { dueDayRefusal } from "./wanted-action.ts";

const mostWords = 2_000;

/** What is wrong with the reason for which an action is moved, given on or opened again. */
export function problemsOfMoveWords(words: string): FieldError[] {
  if (words.trim() === "") return [{ field: "words", message: "Say in a sentence why" }];
  if (words.length > mostWords)
    return [{ field: "words", message: `Shorten it to ${mostWords} characters or fewer` }];
  return problemsOfTaskingWords(words).map((message) => ({ field: "words", message }));
}

/** Another day for an action, and why. */
export interface NewDay {
  dueOn: Day;
  words: string;
}

/** What is wrong with another day that an action is given. */
export function problemsOfNewDay({ dueOn, words }: NewDay, today: Day): FieldError[] {
  const late = dueDayRefusal(dueOn, today);
  return [...problemsOfMoveWords(words), ...(late === null ? [] : [{ field: "dueOn", message: late }])];
}
