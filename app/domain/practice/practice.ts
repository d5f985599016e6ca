import type { FieldError } from "#app/domain/account/change.ts";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";

/** What worked, or did not, as somebody writes it for the next team. All of it is published. */
export interface WantedPractice {
  category: ConcernCategory;
  title: string;
  problem: string;
  response: string;
  outcome: string;
  /** Null is “not evaluated”, and the page says so. */
  evaluatedBy: string | null;
  /** Null where nobody has said. */
  isTransferable: boolean | null;
  transferNote: string | null;
  /** A role, never a name. */
  contactRole: string;
  year: number;
}

const firstYear = 1980;
const mostLine = 120;
const mostWords = 3_000;

const asked = {
  title: "Enter a title",
  problem: "Say what the problem was",
  response: "Say what was done about it",
  outcome: "Say what came of it",
  contactRole: "Say whom to ask, by their role",
} as const;
const needed = ["title", "problem", "response", "outcome", "contactRole"] as const;

const tooLong = (field: string, text: string | null, most: number): FieldError[] =>
  text !== null && text.length > most
    ? [{ field, message: `Shorten it to ${most} characters or fewer. It has ${text.length}` }]
    : [];

/** What is wrong with an entry as it is wanted: something missing, too long, or that points at a person. */
export function problemsOfPractice(wanted: WantedPractice, thisYear: number): FieldError[] {
  const { title, problem, response, outcome, evaluatedBy, transferNote, contactRole, year } = wanted;
  return [
    ...needed.flatMap((field) => (wanted[field].trim() === "" ? [{ field, message: asked[field] }] : [])),
    ...tooLong("title", title, mostLine),
    ...tooLong("contactRole", contactRole, mostLine),
    ...tooLong("evaluatedBy", evaluatedBy, mostLine),
    ...tooLong("problem", problem, mostWords),
    ...tooLong("response", response, mostWords),
    ...tooLong("outcome", outcome, mostWords),
    ...tooLong("transferNote", transferNote, mostWords),
    ...(Number.isInteger(year) && year >= firstYear && year <= thisYear
      ? []
      : [{ field: "year", message: `Enter a year from ${firstYear} to ${thisYear}` }]),
    ...problemsOfPublished({ title, problem, response, outcome, evaluatedBy, transferNote, contactRole }),
  ];
}

export const evaluatedInWords = (evaluatedBy: string | null): string =>
  evaluatedBy === null ? "Not evaluated" : `Evaluated by ${evaluatedBy}`;

/** Whether it can be done elsewhere, in words. */
export const transferableInWords = (isTransferable: boolean | null): string =>
  isTransferable === null
    ? "Nobody has said whether it works elsewhere"
    : isTransferable
      ? "It can be done elsewhere"
      : "It cannot be done elsewhere";
