import { detect } from "./detection/detect.ts";
import type { FlagKind } from "./detection/flag.ts";
import { plainText } from "./detection/plain-text.ts";

const fewestSummaryCharacters = 20;
export const mostSummaryCharacters = 400;
/** So many words of a resident in a row are the resident's words, not ours (docs/adr/0016). */
const mostWordsAlike = 7;

/** What a public summary may not hold, as it follows "Take out". */
const pieceWords: Partial<Readonly<Record<FlagKind, string>>> = {
  email: "the email address",
  phone: "the telephone number",
  plate: "the number plate",
  postcode: "the postcode",
  "house-number": "the house number",
  "national-insurance": "the National Insurance number",
  "date-of-birth": "the date of birth",
  card: "the card number",
  "bank-account": "the bank account",
  handle: "the name on a social network",
  name: "the name",
  accusation: "what accuses somebody:",
  intelligence: "what points at somebody:",
};

/** `problems` stop the summary; `doubts` are for whoever writes it to look at once more. */
export interface SummaryCheck {
  problems: string[];
  doubts: string[];
}

/** A place and a title are short, and hold what a summary may not either. */
export const mostTitleCharacters = 80;
export const mostPlaceCharacters = 80;

const check = (problems: string[], doubts: string[] = []): SummaryCheck => ({ problems, doubts });

/** What is wrong with a summary that staff wrote of a resident's text, in words; none where it may be published. */
export function checkSummary(summary: string, residentWords: string): SummaryCheck {
  const { length } = summary.trim();
  if (length === 0) return check(["Enter a summary in your own words"]);
  if (length < fewestSummaryCharacters)
    return check([`Write a summary of at least ${fewestSummaryCharacters} characters`]);
  if (length > mostSummaryCharacters)
    return check([`Shorten the summary to ${mostSummaryCharacters} characters or fewer. It has ${length}`]);
  const { problems, doubts } = piecesOf(summary);
  return check(
    copiesWords(summary, residentWords)
      ? ["Use your own words. The summary repeats what the resident wrote", ...problems]
      : problems,
    doubts,
  );
}

/** What is wrong with a short text that stands beside a summary: its title, or where it is. */
export const checkShort = (text: string, residentWords: string): string[] => [
  ...(copiesWords(text, residentWords) ? ["Use your own words. This is what the resident wrote"] : []),
  ...piecesOf(text).problems,
];

/** What our own public words may not hold: what points at a person. */
export const problemsOfPublicWords = (words: string): string[] => piecesOf(words).problems;

/** The same, but without what another service is for: those who meet may speak of domestic abuse, and name nobody. */
export const problemsOfNaming = (words: string, allowed: readonly FlagKind[] = []): string[] =>
  detect(words).flatMap(({ kind, severity, start, end }) => {
    const what = pieceWords[kind];
    return what === undefined || severity !== "must-hold" || allowed.includes(kind)
      ? []
      : [`Take out ${what} “${words.slice(start, end)}”`];
  });

function piecesOf(summary: string): SummaryCheck {
  const problems: string[] = [];
  const doubts: string[] = [];
  for (const { kind, severity, start, end } of detect(summary)) {
    const what = pieceWords[kind];
    const found = `“${summary.slice(start, end)}”`;
    if (what === undefined) {
      if (severity === "must-hold") problems.push(`Take out ${found}: it may belong to another service`);
      continue;
    }
    if (severity === "must-hold") problems.push(`Take out ${what} ${found}`);
    else if (kind !== "intelligence") doubts.push(`Is ${found} ${what}? If so, take it out`);
  }
  return { problems, doubts };
}

const wordsOf = (text: string): string[] =>
  plainText(text)
    .lower.replaceAll("'", "")
    .match(/[a-z0-9]+/g) ?? [];

/** Every run of so many words, joined. */
const runsOf = (words: readonly string[], length: number) =>
  words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, index) => words.slice(index, index + length).join(" "));

/** Whether a summary is a resident's text, or holds eight or more of its words in a row. */
export function copiesWords(summary: string, words: string): boolean {
  const [ours, theirs] = [wordsOf(summary), wordsOf(words)];
  if (ours.length === 0 || theirs.length === 0) return false;
  if (ours.join(" ") === theirs.join(" ")) return true;
  const known = new Set(runsOf(theirs, mostWordsAlike + 1));
  return runsOf(ours, mostWordsAlike + 1).some((run) => known.has(run));
}
