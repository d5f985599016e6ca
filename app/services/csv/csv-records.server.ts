import { parse } from "csv-parse";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ImportRefused } from "#app/services/edition/import.server.ts";

/** One record and its line; 1 is the first of the file. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * The records of a CSV, their cells trimmed; lines that are empty, or have nothing but empty cells, are none. A
 * `comment` leaves out the lines that begin with it. Throws `ImportRefused` where it is not well-formed.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  name: string,
  { delimiter, comment }: { delimiter: string; comment: string | null },
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter,
    ...(comment === null ? {} : { comment, comment_no_infix: true }),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    // A quote left open swallows the rest of the file: stop long before.
    max_record_size: 100_000,
    info: true,
  });
  const fed = pipeline(Readable.from(text), parser);
  // The same failure comes out of the loop; without this it would also count as unhandled.
  fed.catch(() => undefined);
  try {
    for await (const record of parser) yield numberedOf(record);
    await fed;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_")) {
      throw new ImportRefused(`${name} is not well-formed CSV.`, [{ where: null, message: error.message }]);
    }
    throw error;
  }
}

/** The parser's stream is untyped; this is what it gives with `info`. */
function numberedOf(parsed: unknown): CsvRecord {
  const { record, info } = parsed as { record: string[]; info: { lines: number } };
  return { line: info.lines, cells: record };
}
