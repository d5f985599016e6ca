import type { LineProblem } from "./line-problem.ts";
import type { StructureRow } from "./structure-file.ts";

export interface StructureChecked {
  /** Any of these refuses the file; in line order. */
  problems: LineProblem[];
  /** These are said and loaded all the same. */
  warnings: string[];
}

interface OneValuePerCode {
  codeOf: (row: StructureRow) => string;
  valueOf: (row: StructureRow) => string;
  /** The complaint about a second value, and the line of the first. */
  say: (code: string, here: string, there: string, line: number) => string;
}

const named =
  (what: string): OneValuePerCode["say"] =>
  (code, here, there, line) =>
    `${what} ${code} is "${here}" here and "${there}" on line ${line}`;
const within =
  (what: string, whole: string): OneValuePerCode["say"] =>
  (code, here, there, line) =>
    `${what} ${code} is in ${whole} ${here} here and in ${whole} ${there} on line ${line}`;

const oneValuePerCode: readonly OneValuePerCode[] = [
  { codeOf: (row) => row.bcuCode, valueOf: (row) => row.bcuName, say: named("BCU") },
  { codeOf: (row) => row.sectionCode, valueOf: (row) => row.sectionName, say: named("section") },
  { codeOf: (row) => row.partnershipCode, valueOf: (row) => row.partnershipName, say: named("partnership") },
  { codeOf: (row) => row.teamCode, valueOf: (row) => row.teamName, say: named("team") },
  { codeOf: (row) => row.sectionCode, valueOf: (row) => row.bcuCode, say: within("section", "BCU") },
  { codeOf: (row) => row.teamCode, valueOf: (row) => row.sectionCode, say: within("team", "section") },
];

function* secondValues(rows: readonly StructureRow[], { codeOf, valueOf, say }: OneValuePerCode) {
  const met = new Map<string, { line: number; value: string }>();
  for (const row of rows) {
    const [code, value] = [codeOf(row), valueOf(row)];
    const first = met.get(code);
    if (!first) met.set(code, { line: row.line, value });
    else if (first.value !== value)
      yield { line: row.line, message: say(code, value, first.value, first.line) };
  }
}

/**
 * Checks the rules of a structure: each neighbourhood once, a section in one BCU, a team in one
 * section, one name per code; and, where boundaries are in force (`knownCodes` not null), that every code is one of
 * theirs.
 */
export function checkStructure(
  rows: readonly StructureRow[],
  knownCodes: ReadonlySet<string> | null,
): StructureChecked {
  const problems: LineProblem[] = [];
  const lines = new Map<string, number>();
  for (const { line, neighbourhoodCode } of rows) {
    const earlier = lines.get(neighbourhoodCode);
    if (earlier === undefined) lines.set(neighbourhoodCode, line);
    else
      problems.push({
        line,
        message: `neighbourhood ${neighbourhoodCode} stands on line ${earlier} already`,
      });
    if (knownCodes !== null && !knownCodes.has(neighbourhoodCode)) {
      problems.push({
        line,
        message: `neighbourhood ${neighbourhoodCode} is not in the boundaries in force`,
      });
    }
  }
  for (const rule of oneValuePerCode) problems.push(...secondValues(rows, rule));
  const missing = [...(knownCodes ?? [])].filter((code) => !lines.has(code)).sort();
  return {
    problems: problems.sort((a, b) => a.line - b.line),
    warnings: missing.map((code) => `${code} is in the boundaries in force but not in this file`),
  };
}
