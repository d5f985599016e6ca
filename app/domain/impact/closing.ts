import type { FieldError } from "#app/domain/account/change.ts";
import type { TensionGrade } from "./impact.ts";
import { problemsOfWords } from "./words.ts";

/** What of an assessment decides whether it can be closed. */
export interface Closable {
  /** What the last review found; null where nobody has reviewed it. */
  lastReview: { tension: TensionGrade } | null;
  reviewDueAt: Date | null;
  /** Actions that are not finished. */
  openActions: number;
}

const still: readonly TensionGrade[] = ["high", "critical"];

/** Why an assessment cannot be closed with these words; nothing where it can. */
export function problemsOfClosing(
  { lastReview, reviewDueAt, openActions }: Closable,
  words: string,
  now: Date,
): FieldError[] {
  const form = (message: string): FieldError => ({ field: "form", message });
  return [
    ...(lastReview === null || (reviewDueAt !== null && reviewDueAt < now)
      ? [form("Review it before you close it: say how tense it is now")]
      : still.includes(lastReview.tension)
        ? [form("Tension is still high. It can be closed after a review that finds it medium or low")]
        : []),
    ...(openActions === 0
      ? []
      : [
          form(
            openActions === 1 ? "Finish its last action first" : `Finish its ${openActions} actions first`,
          ),
        ]),
    ...problemsOfWords("closingWords", words, "Say how it ended, and what was learnt"),
  ];
}
