import { parse } from "csv-parse/sync";
import {
  findStreetColumns,
  readStreetRow,
  type StreetColumns,
  type StreetIncident,
} from "#app/domain/incident/street-row.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { SourceEntry } from "#app/services/source/entry.server.ts";
import { linesOf } from "#app/services/source/lines.server.ts";
import { decodeUtf8Strict } from "#app/services/source/utf8.server.ts";

/** Some rows of a file: each is an incident, or refused with its line and why. */
export interface StreetRows {
  incidents: StreetIncident[];
  refused: { line: number; why: string }[];
}

/**
 * The rows of one street-level file, some at a time. No cell of these files holds a line break, so a line is a row:
 * one with a stray quotation mark is refused by itself and takes no other with it. Lines that are blank are no rows.
 * Throws `ImportRefused` where the file as a whole is something else. `onBytes` is given all that was read.
 */
export async function* readStreetFile(
  entry: SourceEntry,
  month: string,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<StreetRows> {
  let columns: StreetColumns | null = null;
  let line = 0;
  for await (const lines of linesOf(
    decodeUtf8Strict(tapped(entry.open(), onBytes), entry.name),
    entry.name,
  )) {
    const rows: StreetRows = { incidents: [], refused: [] };
    for (const text of lines) {
      line += 1;
      if (text.trim() === "") continue;
      if (columns === null) {
        columns = columnsOf(entry.name, cellsOf(text) ?? []);
        continue;
      }
      const cells = cellsOf(text);
      const row =
        cells === null ? { why: "its quotation marks do not match" } : readStreetRow(cells, columns, month);
      if ("why" in row) rows.refused.push({ line, why: row.why });
      else rows.incidents.push(row);
    }
    yield rows;
  }
  if (columns === null) throw new ImportRefused(`${entry.name} is empty.`);
}

async function* tapped(bytes: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void) {
  for await (const chunk of bytes) {
    onBytes(chunk);
    yield chunk;
  }
}

/** The cells of a line, or null where it is no CSV. */
function cellsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(",");
  try {
    return parse(text, { relax_column_count: true })[0] ?? [];
  } catch {
    return null;
  }
}

function columnsOf(name: string, header: readonly string[]): StreetColumns {
  const columns = findStreetColumns(header);
  if (!("wrong" in columns)) return columns;
  throw new ImportRefused(
    `${name} is not a street-level file of data.police.uk.`,
    columns.wrong.map((message) => ({ where: `${name}, line 1`, message })),
  );
}
