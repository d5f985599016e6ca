import {
  accountInWords,
  isUsable,
  rowsOfAccount,
  sumAccounts,
  type IncidentAccount,
} from "#app/domain/incident/account.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile, type SourceFile } from "#app/services/source/source-file.server.ts";
import { findForce } from "#db/queries/force.ts";
import type { IncidentMonth } from "#db/queries/incident-import.ts";
import { countMonth, type MonthCount } from "./count-month.server.ts";
import { loadIncidentPlaces, type IncidentPlaces } from "./load-incident-places.server.ts";
import { storeMonth } from "./store-month.server.ts";
import { chooseStreetFiles } from "./street-files.server.ts";

export interface IncidentsToImport {
  path: string;
  dryRun: boolean;
  attribution: string;
  /** The force to read where there are several, as data.police.uk names it: "derbyshire". */
  force: string | null;
}

/** What became of one month. */
export interface ImportedMonth {
  /** "2024-01" */
  month: string;
  account: IncidentAccount;
  outcome: "loaded" | "unchanged" | "counted";
}

// Three years of every force unpack to some 5 GB; one force's file of a month is 2 MB, London's 25.
const limits = { entries: 10_000, entryBytes: 200_000_000, totalBytes: 10_000_000_000 };
const source = "data.police.uk";

/**
 * Loads street-level files of data.police.uk (one, a folder, or the archive as it is downloaded) as counts by month,
 * neighbourhood and kind: no single incident is kept, and none is taken for another's duplicate. All files are read
 * and counted before a month is written. Throws `ImportRefused` where one of them cannot be used; nothing was changed.
 */
export async function importIncidents(deps: JobDeps, input: IncidentsToImport): Promise<ImportedMonth[]> {
  const places = await loadIncidentPlaces(deps.db);
  const file = await openSourceFile(input.path, limits, deps.signal);
  const counted = await countMonths(deps, file, input, places);
  const months: ImportedMonth[] = [];
  for (const [month, count] of counted) {
    deps.signal.throwIfAborted();
    const { account } = count;
    const stored = asStored(month, count, input.attribution);
    const outcome = input.dryRun
      ? "counted"
      : await storeMonth(deps, stored, { editionId: places.editionId, refused: account.refused });
    deps.say(`${month}: ${accountInWords(account)}${outcome === "unchanged" ? "; no change" : ""}.`);
    sayRefusals(deps, count);
    months.push({ month, account, outcome });
  }
  if (months.length > 1)
    deps.say(`All months: ${accountInWords(sumAccounts(months.map(({ account }) => account)))}.`);
  if (input.dryRun) deps.say("Dry run: nothing was written.");
  return months;
}

/** Every file of the force, counted; by month. */
async function countMonths(
  deps: JobDeps,
  file: SourceFile,
  { force }: IncidentsToImport,
  places: IncidentPlaces,
): Promise<[month: string, count: MonthCount][]> {
  const ownForce = (await findForce(deps.db))?.slug ?? null;
  const { chosen, leftOut } = await chooseStreetFiles(file, { force, ownForce });
  if (leftOut.length > 0) deps.say(`Left out: ${leftOut.join(", ")}.`);
  const counted: [string, MonthCount][] = [];
  for await (const entry of file.entries()) {
    const street = chosen.get(entry.name);
    if (street === undefined) continue;
    const count = await countMonth(entry, street.month, places, () => {
      deps.progress({ stage: "Counting", done: file.bytesRead(), total: file.totalBytes, unit: "bytes" });
    });
    requireUsable(entry.name, count);
    counted.push([street.month, count]);
  }
  return counted.sort(([one], [other]) => (one < other ? -1 : 1));
}

function requireUsable(name: string, { account, refusals }: MonthCount): void {
  if (isUsable(account)) return;
  if (rowsOfAccount(account) === 0) throw new ImportRefused(`${name} has no rows. Nothing was changed.`);
  throw new ImportRefused(
    `Fewer than half of the rows of ${name} fall in a neighbourhood. Is it another force's, or another month's? Nothing was changed.`,
    [{ where: name, message: accountInWords(account) }, ...refusals],
  );
}

const asStored = (month: string, count: MonthCount, attribution: string): IncidentMonth => ({
  source,
  month: `${month}-01`,
  digest: count.digest,
  rows: rowsOfAccount(count.account),
  withoutPosition: count.account.withoutPosition,
  outside: count.account.outside,
  attribution,
  counts: count.counts,
});

function sayRefusals({ say }: JobDeps, { account, refusals }: MonthCount): void {
  for (const { where, message } of refusals) say(`  ${where ?? ""}: ${message}`);
  const more = account.refused - refusals.length;
  if (more > 0) say(`  and ${more.toLocaleString("en-GB")} more`);
}
