/** One thing wrong with the record; `number` is the row's. */
export type AuditFinding =
  /** What the row says is not what its hash was made of. */
  | { kind: "edited"; number: number }
  /** The row is whole, but was made as row `from`. */
  | { kind: "moved"; number: number; from: number }
  /** Rows `number` to `last` are not there, and later ones are. */
  | { kind: "missing"; number: number; last: number }
  /** The row does not follow from the one before: one of the two was written again. */
  | { kind: "unlinked"; number: number }
  /** The row stands before the beginning of the record. */
  | { kind: "stray"; number: number }
  /** Rows `number` to `last` were anchored, and the record ends before them. */
  | { kind: "truncated"; number: number; last: number }
  /** Rows `number` to `last` ought to be in a sealed file, and it ends before them. */
  | { kind: "cut"; number: number; last: number }
  /** The row agrees with its neighbours and not with what was anchored: the record was made anew. */
  | { kind: "rebuilt"; number: number; at: string }
  /** The record is said to begin after `number`, and holds no entry of that seal. */
  | { kind: "unsealed"; number: number }
  /** A line of the anchors that this installation did not sign. */
  | { kind: "forged-anchor"; line: number }
  /** What keeps the record append-only is off or gone. */
  | { kind: "unguarded"; trigger: string };

/** Where in a file or record, and what, for a person. */
export interface FindingInWords {
  where: string | null;
  message: string;
}

const rows = (first: number, last: number) => (first === last ? `row ${first}` : `rows ${first} to ${last}`);

export function findingInWords(finding: AuditFinding): FindingInWords {
  switch (finding.kind) {
    case "edited":
      return { where: rows(finding.number, finding.number), message: "was edited" };
    case "moved":
      return {
        where: rows(finding.number, finding.number),
        message: `was put here from row ${finding.from}: the order was changed`,
      };
    case "missing":
      return { where: rows(finding.number, finding.last), message: "deleted: later rows are there" };
    case "unlinked":
      return {
        where: rows(finding.number, finding.number),
        message: `does not follow from row ${finding.number - 1}: one of the two was written again`,
      };
    case "stray":
      return {
        where: rows(finding.number, finding.number),
        message: "stands before the beginning of the record",
      };
    case "truncated":
      return {
        where: rows(finding.number, finding.last),
        message: "cut off: they were anchored, and the record ends before them",
      };
    case "cut":
      return {
        where: rows(finding.number, finding.last),
        message: "not in the file, which says it holds them",
      };
    case "rebuilt":
      return {
        where: rows(finding.number, finding.number),
        message: `is not the row that was anchored at ${finding.at}: the record was made anew`,
      };
    case "unsealed":
      return {
        where: rows(finding.number, finding.number),
        message: "is said to be the last that left as a sealed file, and the record holds no entry of that",
      };
    case "forged-anchor":
      return {
        where: `line ${finding.line} of the anchors`,
        message: "is not signed with this installation's secret",
      };
    case "unguarded":
      return {
        where: null,
        message: `The database does not keep the record append-only: the trigger ${finding.trigger} is off or gone`,
      };
  }
}
