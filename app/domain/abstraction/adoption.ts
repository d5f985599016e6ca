import type { FieldError } from "#app/domain/account/change.ts";
import type { Day } from "#app/domain/team/day.ts";
import { addMonths, monthOfDay, type Month } from "./month.ts";
import { helpOnSight, lent, type Code, type CodeKind, type CodeRule } from "./codes.ts";

/** What the time that bears a code is to count as. `unused` leaves the code out. */
export const countings = ["both", "onlyB", "neither", "neighbourhood", "unavailable", "unused"] as const;
export type Counting = (typeof countings)[number];

export const countingWords: Readonly<Record<Counting, string>> = {
  both: "Abstraction",
  onlyB: "Abstraction, in the wider measure alone",
  neither: "Recorded, in neither rate",
  neighbourhood: "Neighbourhood duty",
  unavailable: "Not duty at all",
  unused: "Not used any more",
};

export interface WantedCode {
  code: Code;
  words: string;
  counts: Counting;
  note: string;
}

/** A further version of the definition, as somebody wants to adopt it. All of it is published. */
export interface WantedDefinition {
  words: string;
  notes: string;
  /** What it changes. */
  change: string;
  effectiveFrom: Month;
  /** Bodies, one a line. */
  agreedBy: readonly string[];
  agreedOn: Day | null;
  consultedOn: Day | null;
  codes: readonly WantedCode[];
}

const monthsAhead = 12;
/** As long as a version's words may be, and each line of its table. */
const mostLetters = { words: 2_000, notes: 4_000, change: 1_000, body: 120, code: 120 } as const;
const mostBodies = 12;

/** The months from which a version may begin: this one or one to come, and after the version before it. */
export const monthsToBegin = (today: Day, latestFrom: Month): Month[] =>
  Array.from({ length: monthsAhead + 1 }, (_, at) => addMonths(monthOfDay(today), at)).filter(
    (month) => month > latestFrom,
  );

const kinds: Readonly<Record<Exclude<Counting, "unused">, readonly [CodeKind, boolean, boolean]>> = {
  both: ["abstraction", true, true],
  onlyB: ["abstraction", false, true],
  neither: ["abstraction", false, false],
  neighbourhood: ["neighbourhood", false, false],
  unavailable: ["unavailable", false, false],
};

/** What a line of a table counts as now. */
export function countingOf({
  kind,
  countsA,
  countsB,
}: Pick<CodeRule, "kind" | "countsA" | "countsB">): Counting {
  if (kind !== "abstraction") return kind;
  return countsA ? "both" : countsB ? "onlyB" : "neither";
}

/** The table of the version, without what is not used any more. */
export const rulesOf = (wanted: readonly WantedCode[]): CodeRule[] =>
  wanted.flatMap(({ code, words, counts, note }) => {
    if (counts === "unused") return [];
    const [kind, countsA, countsB] = kinds[counts];
    return [{ code, words: words.trim(), kind, countsA, countsB, note: note.trim() }];
  });

/** What the arithmetic knows by name, and is nothing else. */
const always = new Map<Code, Counting>([
  ["N1", "neighbourhood"],
  [lent, "neighbourhood"],
  [helpOnSight, "neighbourhood"],
]);

/** What is wrong with a version, before it can be adopted. */
export function problemsOfDefinition(
  wanted: WantedDefinition,
  { today, latestFrom }: { today: Day; latestFrom: Month },
): FieldError[] {
  const { agreedBy, agreedOn, consultedOn, effectiveFrom } = wanted;
  const problems: (FieldError | null)[] = [
    ...(["words", "notes", "change"] as const).map((field) =>
      problemOfText(
        field,
        wanted[field].trim(),
        {
          words: "Enter what an abstraction is",
          notes: "Enter what is neighbourhood duty, and what is no duty at all",
          change: "Enter what this version changes",
        }[field],
      ),
    ),
    monthsToBegin(today, latestFrom).includes(effectiveFrom)
      ? null
      : { field: "effectiveFrom", message: "Select a month that is this one or one to come" },
    problemOfBodies(agreedBy),
    agreedOn === null
      ? { field: "agreedOn", message: "Enter the day on which it was agreed" }
      : agreedOn > today
        ? { field: "agreedOn", message: "Enter a day on which it was agreed that is today or earlier" }
        : null,
    consultedOn !== null && consultedOn > (agreedOn ?? today)
      ? { field: "consultedOn", message: "Enter a last day of consultation that is before it was agreed" }
      : null,
    ...wanted.codes.flatMap(problemsOfCode),
    wanted.codes.some(({ counts }) => counts === "both")
      ? null
      : { field: "form", message: "At least one code must count in both rates" },
  ];
  return problems.filter((problem) => problem !== null);
}

function problemOfText(
  field: "words" | "notes" | "change",
  text: string,
  missing: string,
): FieldError | null {
  if (text === "") return { field, message: missing };
  return text.length > mostLetters[field]
    ? { field, message: `Shorten this to ${mostLetters[field].toLocaleString("en-GB")} characters or fewer` }
    : null;
}

function problemOfBodies(bodies: readonly string[]): FieldError | null {
  const field = "agreedBy";
  if (bodies.length === 0) return { field, message: "Enter who agreed it, one body on each line" };
  if (bodies.length > mostBodies) return { field, message: `Enter no more than ${mostBodies} bodies` };
  return bodies.some((body) => body.length > mostLetters.body)
    ? { field, message: `Shorten each body to ${mostLetters.body} characters or fewer, one on each line` }
    : null;
}

function problemsOfCode({ code, words, counts, note }: WantedCode, at: number): FieldError[] {
  const fieldOf = (part: "words" | "counts" | "note") => `codes[${at}].${part}`;
  const must = always.get(code);
  return [
    ...(counts !== "unused" && words.trim() === ""
      ? [{ field: fieldOf("words"), message: `Enter what ${code} is` }]
      : []),
    ...(words.length > mostLetters.code
      ? [{ field: fieldOf("words"), message: `Shorten ${code} to ${mostLetters.code} characters or fewer` }]
      : []),
    ...(note.length > mostLetters.code
      ? [
          {
            field: fieldOf("note"),
            message: `Shorten the note on ${code} to ${mostLetters.code} characters or fewer`,
          },
        ]
      : []),
    ...(must !== undefined && counts !== must
      ? [
          {
            field: fieldOf("counts"),
            message: `${code} must stay neighbourhood duty: the arithmetic relies on it`,
          },
        ]
      : []),
  ];
}
