import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

const mostLine = 400;

/** What is wrong with what residents are told of an item: it may become public, wherever it is written. */
export function problemsOfFeedbackLine(line: string): string[] {
  if (line.length > mostLine) return [`Shorten this to ${mostLine} characters or fewer`];
  return [...new Set([...problemsOfTaskingWords(line), ...problemsOfPublicWords(line)])];
}
