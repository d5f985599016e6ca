import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** How an action is closed. What is done says what residents read of it, or why they read nothing. */
export type TaskingClosing =
  | { to: "done"; words: string; publicLine: string | null; withheldReason: string | null }
  | { to: "rejected" | "withdrawn"; words: string };

/** What residents are to read of an action, as its agency leaves it. */
export type ProposedLine =
  | { publicLineState: "none"; publicLine: null; withheldReason: null }
  | { publicLineState: "proposed"; publicLine: string; withheldReason: null }
  | { publicLineState: "withheld"; publicLine: string | null; withheldReason: string };

const mostWords = 2_000;
const mostLine = 200;
const mostReason = 300;

/** What an action that serves no priority says: there is no page on which residents would read of it. */
export const noPageReason = "It serves no local priority, so it has no public page";

const noLine: ProposedLine = { publicLineState: "none", publicLine: null, withheldReason: null };

/** The line that an action is left with; null where it says neither what is read of it nor why nothing is. */
export function lineOfClosing(closing: TaskingClosing, servesPriority: boolean): ProposedLine | null {
  if (closing.to !== "done") return noLine;
  const line = writtenOrNull(closing.publicLine);
  const reason = writtenOrNull(closing.withheldReason);
  if (!servesPriority)
    return { publicLineState: "withheld", publicLine: line, withheldReason: reason ?? noPageReason };
  if (reason !== null) return { publicLineState: "withheld", publicLine: line, withheldReason: reason };
  return line === null ? null : { publicLineState: "proposed", publicLine: line, withheldReason: null };
}

/** What is wrong with closing an action so; nothing where it may be. */
export function problemsOfClosing(closing: TaskingClosing, servesPriority: boolean): FieldError[] {
  const words = problemsOfResult(closing);
  if (closing.to !== "done") return words;
  const { publicLine, withheldReason } = closing;
  if (lineOfClosing(closing, servesPriority) === null)
    return [
      ...words,
      {
        field: "publicLine",
        message: "Say what residents may read of it, or say below why they should read nothing",
      },
    ];
  return [...words, ...problemsOfLine(publicLine ?? ""), ...problemsOfReason(withheldReason ?? "")];
}

function problemsOfResult({ to, words }: TaskingClosing): FieldError[] {
  if (words.trim() === "")
    return [
      {
        field: "words",
        message: to === "done" ? "Say in a sentence what came of it" : "Say in a sentence why",
      },
    ];
  if (words.length > mostWords)
    return [{ field: "words", message: `Shorten it to ${mostWords} characters or fewer` }];
  return problemsOfTaskingWords(words).map((message) => ({ field: "words", message }));
}

const patrolWords = "Say what came of the patrols, not when officers are there";

const patrol = /\bpatrol/i;
const when =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weekdays?|(?:every|each|in the|at) (?:day|morning|afternoon|evening|night)s?|mornings|afternoons|evenings|nights|daily|nightly|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)|\d{1,2}[:.]\d\d)\b/i;

/** Whether a line says on which days or at which hours somewhere is patrolled: a pattern that others go by. */
const saysWhenPatrolled = (line: string): boolean => patrol.test(line) && when.test(line);

/** What is wrong with a line that everybody may read. */
export function problemsOfLine(line: string): FieldError[] {
  if (line.length > mostLine)
    return [{ field: "publicLine", message: `Shorten it to ${mostLine} characters or fewer` }];
  // The first says where a thing belongs, the second of the same thing only that it is out of place.
  const belongsElsewhere = problemsOfTaskingWords(line);
  const messages = belongsElsewhere.length > 0 ? belongsElsewhere : problemsOfPublicWords(line);
  if (messages.length === 0 && saysWhenPatrolled(line)) messages.push(patrolWords);
  return messages.map((message) => ({ field: "publicLine", message }));
}

/** What is wrong with the reason for which residents read nothing; it is restricted. */
export function problemsOfReason(reason: string): FieldError[] {
  if (reason.length > mostReason)
    return [{ field: "withheldReason", message: `Shorten it to ${mostReason} characters or fewer` }];
  return problemsOfTaskingWords(reason).map((message) => ({ field: "withheldReason", message }));
}
