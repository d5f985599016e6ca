import { readTrailer, type Stated } from "#app/domain/roster/account.ts";
import { checkTogether } from "#app/domain/roster/check-together.ts";
import { columnKey, columnsOf, type RosterMapping } from "#app/domain/roster/mapping.ts";
import { readRosterRow, type KnownPosts, type RosterRow } from "#app/domain/roster/read-row.ts";
import { csvRecords } from "#app/services/csv/csv-records.server.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile, type SourceFile } from "#app/services/source/source-file.server.ts";
import { decodeText, isUtf8OrNoText } from "#app/services/source/utf8-or-windows.server.ts";

export interface RosterFile {
  /** Without its folder. */
  name: string;
  digest: string;
  rows: RosterRow[];
  /** What its last line says that it holds. */
  stated: Stated;
}

const mostBytes = 200_000_000;
const limits = { entries: 1, entryBytes: mostBytes, totalBytes: mostBytes };
const mostRows = 500_000;
const separators = [",", ";", "\t"] as const;

/**
 * Every row of a roster, each read by the mapping and checked beside the others. Nothing in it is ever run: a cell is
 * text, whatever it begins with. Throws `ImportRefused` where the file as a whole cannot be used.
 */
export async function readRosterFile(
  deps: JobDeps,
  path: string,
  mapping: RosterMapping,
  posts: KnownPosts,
): Promise<RosterFile> {
  const source = await openSourceFile(path, limits, deps.signal);
  if (source.kind !== "file")
    throw new ImportRefused(`Give the CSV file itself, not a ${source.kind} (${source.name}).`);
  const file: RosterFile = {
    name: source.name,
    digest: source.digest,
    rows: [],
    stated: { rows: null, minutes: null },
  };
  const known = { posts, now: deps.now() };
  const turn = createTurn();
  let header: string[] | null = null;
  let hasTrailer = false;
  for await (const { line, cells } of recordsOf(source)) {
    await turn();
    if (header === null) {
      header = readHeader(cells, mapping, source.name);
      continue;
    }
    const trailer = readTrailer(cells, mapping.trailer);
    if (trailer !== null) {
      file.stated = trailer;
      hasTrailer = true;
      continue;
    }
    if (file.rows.length === mostRows)
      throw new ImportRefused(`${source.name} has more than ${mostRows.toLocaleString("en-GB")} rows.`);
    file.rows.push(
      cells.length === header.length
        ? readRosterRow({ line, cells: cellsByColumn(header, cells) }, mapping, known)
        : unreadable(line, `It has ${cells.length} cells where the header has ${header.length}`),
    );
    deps.progress({ stage: "Reading", done: source.bytesRead(), total: source.totalBytes, unit: "bytes" });
  }
  if (file.rows.length === 0) throw new ImportRefused(`${source.name} has no rows.`);
  if (mapping.trailer !== null && !hasTrailer)
    throw new ImportRefused(`${source.name} has no line “${mapping.trailer}”: is the file whole?`);
  checkTogether(file.rows);
  return file;
}

async function* recordsOf(source: SourceFile) {
  let isUtf8 = true;
  for await (const entry of source.entries()) isUtf8 = await isUtf8OrNoText(entry);
  for await (const entry of source.entries()) {
    const text = decodeText(entry, isUtf8)[Symbol.asyncIterator]();
    const first = await text.next();
    const begun = first.done === true ? "" : first.value;
    yield* csvRecords(rejoined(begun, text), source.name, { delimiter: separatorOf(begun), comment: null });
  }
}

async function* rejoined(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** What stands most often in the first line. */
function separatorOf(text: string): string {
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  const count = (separator: string) => line.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function readHeader(cells: readonly string[], mapping: RosterMapping, name: string): string[] {
  const header = cells.map(columnKey);
  const problems = columnsOf(mapping).flatMap((column) => {
    const times = header.filter((one) => one === column).length;
    if (times === 1) return [];
    return [{ where: "header", message: `column ${column} ${times === 0 ? "is missing" : "stands twice"}` }];
  });
  if (problems.length > 0)
    throw new ImportRefused(`The header of ${name} is not the one that the mapping was made for.`, problems);
  return header;
}

const cellsByColumn = (header: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""]));

const unreadable = (line: number, reason: string): RosterRow => ({
  line,
  state: "refused",
  reason,
  postId: null,
  startsAt: null,
  endsAt: null,
  code: null,
  reference: null,
});
