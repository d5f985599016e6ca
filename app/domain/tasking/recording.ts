import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** As much as fits into one entry of the minutes. */
export const mostEntryCharacters = 2_000;

/** What is wrong with words that are written down under a field; `missing` is said where there are none. */
export function problemsOfEntry(field: string, words: string, missing: string): FieldError[] {
  if (words.trim() === "") return [{ field, message: missing }];
  if (words.length > mostEntryCharacters)
    return [{ field, message: `Shorten this to ${mostEntryCharacters} characters or fewer` }];
  return problemsOfTaskingWords(words).map((message) => ({ field, message }));
}

export const problemsOfNote = (words: string): FieldError[] =>
  problemsOfEntry("words", words, "Enter what was said");

/** A decision rests on something: without its reason it is not written down. */
export const problemsOfDecision = (words: string, reason: string): FieldError[] => [
  ...problemsOfEntry("words", words, "Enter what was decided"),
  ...problemsOfEntry("reason", reason, "Enter why it was decided so"),
];
