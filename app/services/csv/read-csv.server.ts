import { ImportRefused, type ImportProblem, type JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile, type SourceFile } from "#app/services/source/source-file.server.ts";
import { decodeUtf8Strict } from "#app/services/source/utf8.server.ts";
import { csvRecords, type CsvRecord } from "./csv-records.server.ts";

export interface CsvColumns {
  required: readonly string[];
  optional: readonly string[];
  /** What becomes of a column that is neither: left out with a warning, or the file refused. */
  onUnknown: "ignore" | "refuse";
}

/** One row: its line (1 is the first of the file), and its cells by column; an empty cell is left out. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

export interface CsvFile {
  /** The file's own name, without its folder. */
  name: string;
  /** SHA-256 of its bytes, in hex. */
  digest: string;
  rows: CsvRow[];
  problems: ImportProblem[];
  warnings: string[];
}

// A force has a few thousand rows here. Rows stay under what one statement takes as parameters (65,535).
const mostBytes = 20_000_000;
const mostRows = 30_000;
const limits = { entries: 1, entryBytes: mostBytes, totalBytes: mostBytes };

/**
 * Reads a UTF-8 CSV with a header row; lines that begin with # are comments. Cells are trimmed, header names are
 * read without regard to case or spaces. Throws `ImportRefused` when the file as a whole cannot be used; a row with
 * the wrong number of cells is a problem with its line.
 */
export async function readCsv(deps: JobDeps, path: string, columns: CsvColumns): Promise<CsvFile> {
  const source = await openSourceFile(path, limits, deps.signal);
  if (source.kind !== "file")
    throw new ImportRefused(`Give the CSV file itself, not a ${source.kind} (${source.name}).`);
  const csv: CsvFile = { name: source.name, digest: source.digest, rows: [], problems: [], warnings: [] };
  let header: string[] | null = null;
  for await (const { line, cells } of recordsOf(source)) {
    if (header === null) {
      header = readHeader(cells, columns, csv);
      continue;
    }
    if (csv.rows.length === mostRows) throw new ImportRefused(`${csv.name} has more than ${mostRows} rows.`);
    const row = cellsByColumn(header, cells);
    if (cells.length === header.length) csv.rows.push({ line, cells: row });
    else {
      csv.problems.push({
        where: `line ${line}`,
        message: `has ${cells.length} cells where the header has ${header.length}`,
      });
    }
    deps.progress({ stage: "Reading", done: source.bytesRead(), total: source.totalBytes, unit: "bytes" });
  }
  if (csv.rows.length === 0 && csv.problems.length === 0) throw new ImportRefused(`${csv.name} has no rows.`);
  return csv;
}

async function* recordsOf(source: SourceFile): AsyncGenerator<CsvRecord> {
  for await (const entry of source.entries()) {
    yield* csvRecords(decodeUtf8Strict(entry.open(), entry.name), source.name, {
      delimiter: ",",
      comment: "#",
    });
  }
}

function readHeader(cells: readonly string[], columns: CsvColumns, csv: CsvFile): string[] {
  const header = cells.map((cell) => cell.toLowerCase().replace(/\s+/g, "_"));
  if (header.length === 1 && /[;\t]/.test(header[0] ?? "")) {
    throw new ImportRefused(`${csv.name} separates its columns by semicolons or tabs: save it with commas.`);
  }
  const known = new Set([...columns.required, ...columns.optional]);
  const missing = columns.required.filter((column) => !header.includes(column));
  const twice = header.filter((column, index) => header.indexOf(column) !== index);
  const unknown = header.filter((column) => !known.has(column));
  const problems = [
    ...missing.map((column) => `column ${column} is missing`),
    ...twice.map((column) => `column ${column} stands twice`),
    ...(columns.onUnknown === "refuse"
      ? unknown.map((column) => `column "${column}" is not one this import knows`)
      : []),
  ];
  if (problems.length > 0) {
    throw new ImportRefused(
      `The header of ${csv.name} cannot be used.`,
      problems.map((message) => ({ where: "header", message })),
    );
  }
  for (const column of unknown)
    csv.warnings.push(`column "${column}" is not one this import knows; it was left out`);
  return header.map((column) => (known.has(column) ? column : ""));
}

const cellsByColumn = (header: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    header.flatMap((column, index) => (column !== "" && cells[index] ? [[column, cells[index]]] : [])),
  );
