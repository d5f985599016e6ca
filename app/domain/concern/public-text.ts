import type { FieldError } from "#app/domain/account/change.ts";
import { checkShort, checkSummary, mostPlaceCharacters, mostTitleCharacters } from "./summary-check.ts";

/** What everybody reads of a concern, in words of ours. */
export interface PublicText {
  title: string;
  summary: string;
  /** A street or an area, never a door; null for the whole neighbourhood. */
  place: string | null;
}

/** What stops a public text, by its field; nothing where it may be published. */
export function problemsOfPublicText(
  { title, summary, place }: PublicText,
  residentWords: string,
): FieldError[] {
  const of = (field: keyof PublicText, messages: readonly string[]) =>
    messages.map((message) => ({ field, message }));
  return [
    ...of("title", titleProblems(title, residentWords)),
    ...of("summary", checkSummary(summary, residentWords).problems),
    // A place is called what it is called, whoever says it.
    ...of("place", place === null ? [] : shortProblems(place, "", mostPlaceCharacters)),
  ];
}

const fewestTitleCharacters = 5;

const titleProblems = (title: string, words: string): string[] =>
  title.trim().length < fewestTitleCharacters
    ? ["Enter a title in your own words"]
    : shortProblems(title, words, mostTitleCharacters);

const shortProblems = (text: string, words: string, most: number): string[] => [
  ...(text.length > most ? [`Shorten this to ${most} characters or fewer`] : []),
  ...checkShort(text, words),
];
