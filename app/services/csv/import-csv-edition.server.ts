import type { EditionNoun, EditionReport } from "#app/domain/edition/edition.ts";
import { importEdition, sameAsInForce } from "#app/services/edition/edition.server.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import type { Db } from "#db/types.ts";
import type { CsvFile } from "./read-csv.server.ts";

export interface CsvImportOptions {
  path: string;
  dryRun: boolean;
  sourceDate: string | null;
  attribution: string;
}

/** A file read and checked, ready to be written. */
export interface PreparedEdition {
  csv: CsvFile;
  report: EditionReport;
  /** Whether names that do not belong to an edition (of a team, a person) would change. */
  hasNewNames: boolean;
  write: (editionId: string) => Promise<void>;
  /** The part that becomes true at the same moment as the edition; short. */
  alsoInTransaction: (tx: Db) => Promise<void>;
}

const mostLines = 20;

function sayLines(deps: JobDeps, title: string, lines: readonly string[]) {
  if (lines.length === 0) return;
  deps.say(title);
  for (const line of lines.slice(0, mostLines)) deps.say(`  ${line}`);
  if (lines.length > mostLines) deps.say(`  and ${lines.length - mostLines} more`);
}

function sayReport(deps: JobDeps, { read, added, changed, gone, details, warnings }: EditionReport) {
  deps.say(`${read} rows read: ${added} added, ${changed} changed, ${gone} gone.`);
  sayLines(deps, "What changed:", details);
  sayLines(deps, "Worth a look:", warnings);
}

/**
 * Puts a prepared CSV in force as an edition of its noun, or says that nothing changed, or, for a dry run, only what
 * would. Throws `ImportRefused` while another import of the noun is running.
 */
export async function importCsvEdition(
  deps: JobDeps,
  noun: EditionNoun,
  { dryRun, sourceDate, attribution }: CsvImportOptions,
  { csv, report, hasNewNames, write, alsoInTransaction }: PreparedEdition,
): Promise<EditionReport> {
  if (!hasNewNames && (await sameAsInForce(deps.db, noun, csv.digest))) {
    deps.say(`Nothing changed: ${csv.name} is in force already.`);
    return { ...report, added: 0, changed: 0, gone: 0, details: [] };
  }
  if (dryRun) {
    sayReport(deps, report);
    deps.say("Dry run: nothing was written.");
    return report;
  }
  const edition = {
    noun,
    source: csv.name,
    sourceDate,
    attribution,
    isIllustrative: false,
    digest: csv.digest,
  };
  await importEdition(deps, edition, async (editionId) => {
    await write(editionId);
    return { report, alsoInTransaction };
  });
  sayReport(deps, report);
  deps.say(`${csv.name} is in force.`);
  return report;
}
