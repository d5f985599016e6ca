/** What a human reference is of, by its first letter. */
const kinds = {
  /** A resident whom staff entered. */
  resident: { letter: "R", length: 4 },
  concern: { letter: "C", length: 5 },
  priority: { letter: "P", length: 5 },
  thread: { letter: "T", length: 5 },
  meeting: { letter: "M", length: 5 },
  /** Paper or telephone ballots entered together. */
  batch: { letter: "B", length: 5 },
  /** Somebody's report of a problem with a page. */
  report: { letter: "W", length: 5 },
  /** Somebody's word that a public page is wrong. */
  pageReport: { letter: "X", length: 5 },
  /** A meeting of partners and police. */
  taskingMeeting: { letter: "J", length: 5 },
  /** An information-sharing agreement. */
  agreement: { letter: "A", length: 5 },
  /** A community impact assessment. */
  impact: { letter: "K", length: 5 },
} as const;
export type ReferenceKind = keyof typeof kinds;

/** No letter or digit that looks or sounds like another on paper, and no vowel to make a word with. */
export const plainLetters = "2346789BCDFGHJKMPQRTVWXY";

/** How many references of a kind there are: a number below this makes one. */
export const referenceCount = (kind: ReferenceKind): number => plainLetters.length ** kinds[kind].length;

/** "C-7K3FQ", "R-7K3F": what is said on the telephone and written on paper. */
export function referenceOf(kind: ReferenceKind, number: number): string {
  let rest = number;
  let written = "";
  for (let place = 0; place < kinds[kind].length; place += 1) {
    written = (plainLetters[rest % plainLetters.length] ?? "") + written;
    rest = Math.floor(rest / plainLetters.length);
  }
  return `${kinds[kind].letter}-${written}`;
}

// Room for stray spaces; what is longer is no reference.
const longestTyped = 32;

/** A reference as people type it, "c7k3fq" and "C 7K3 FQ" too; null for anything else. */
export function readReference(kind: ReferenceKind, typed: string): string | null {
  if (typed.length > longestTyped) return null;
  const compact = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, "");
  const { letter, length } = kinds[kind];
  const written = compact.slice(1);
  return compact.startsWith(letter) &&
    written.length === length &&
    [...written].every((sign) => plainLetters.includes(sign))
    ? `${letter}-${written}`
    : null;
}
