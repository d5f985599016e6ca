import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";

const mostWords = 3_000;

/** What is wrong with one field of words: `missing` is said where nothing was written. */
export function problemsOfWords(field: string, words: string, missing: string): FieldError[] {
  if (words.trim() === "") return [{ field, message: missing }];
  if (words.length > mostWords)
    return [{ field, message: `Shorten it to ${mostWords} characters or fewer. It has ${words.length}` }];
  return problemsOfTaskingWords(words).map((message) => ({ field, message }));
}
