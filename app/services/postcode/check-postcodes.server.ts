import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import type { PostcodeChanges } from "./postcode-changes.ts";

/** Rows that may be unreadable before the whole is doubted: one in a thousand. Each is reported. */
const toleratedShare = 0.001;
const leastShareKept = 0.5;

export interface PostcodeChecks {
  /** GSS codes that should each have postcodes. */
  districts: readonly string[];
  changes: PostcodeChanges;
  isSmallerAllowed: boolean;
}

const number = (value: number) => value.toLocaleString("en-GB");

/** What is remarkable about postcodes that may be loaded. Throws `ImportRefused` for those that may not. */
export function checkPostcodes(gathering: PostcodeGathering, checks: PostcodeChecks): string[] {
  const { problems, rowCount, problemCount, duplicateCount, force } = gathering;
  if (duplicateCount > 0) {
    throw new ImportRefused(
      `${number(duplicateCount)} rows repeat a postcode: each may have one row.`,
      problems,
    );
  }
  if (problemCount > rowCount * toleratedShare) {
    throw new ImportRefused(
      `${number(problemCount)} of ${number(rowCount)} rows could not be read, more than ${toleratedShare * 100} %.`,
      problems,
    );
  }
  if (force.length === 0) {
    throw new ImportRefused(
      checks.districts.length === 0
        ? "There is no postcode in it."
        : `None of its ${number(rowCount)} postcodes lies in the force's districts (${checks.districts.join(", ")}). ` +
            "Have the codes changed? Name others with --districts.",
    );
  }
  const { living, livingBefore } = checks.changes;
  if (!checks.isSmallerAllowed && living < livingBefore * leastShareKept) {
    throw new ImportRefused(
      `Only ${number(living)} postcodes, fewer than half of the ${number(livingBefore)} in force. ` +
        "If that is right, import again with --force-smaller.",
    );
  }
  return warningsOf(gathering, checks.districts);
}

function warningsOf(gathering: PostcodeGathering, districts: readonly string[]): string[] {
  const warnings = gathering.problems.map(({ where, message }) => `${where ?? ""}: ${message}; left out`);
  const { codes } = gathering.districts;
  // A code the source never names is most likely one that was renumbered.
  const missing = districts.filter((code) => !codes.includes(code));
  if (missing.length > 0) warnings.push(`No postcode lies in ${missing.join(", ")}: has the code changed?`);
  if (gathering.nobodysCount > 0) {
    warnings.push(
      `${number(gathering.nobodysCount)} postcodes name no district though their neighbours are the force's; left out.`,
    );
  }
  if (gathering.withoutPointCount > 0) {
    warnings.push(`${number(gathering.withoutPointCount)} of the force's postcodes have no point.`);
  }
  return warnings;
}
