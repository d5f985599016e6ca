import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

const mostWords = 2_000;

/** What is wrong with the reason for which an action is moved, given on or opened again. */
export function problemsOfMoveWords(words: string): FieldError[] {
  if (words.trim() === "") return [{ field: "words", message: "Say in a sentence why" }];
  if (words.length > mostWords)
    return [{ field: "words", message: `Shorten it to ${mostWords} characters or fewer` }];
  return problemsOfTaskingWords(words).map((message) => ({ field: "words", message }));
}
