import { parse } from "csv-parse";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { SourceEntry } from "#app/services/source/entry.server.ts";
import { decodeUtf8Strict } from "#app/services/source/utf8.server.ts";

/** One incident: what kind, and where in WGS84 degrees as the publisher blurred it; null where it gives no position. */
export interface StreetIncident {
  kind: string;
  lngLat: readonly [lng: number, lat: number] | null;
}

const needed = ["month", "longitude", "latitude", "crime type"] as const;

/** The month a file of data.police.uk is about, by its name: "2024-01-derbyshire-street.csv"; null for any other file. */
export function monthOfStreetFile(name: string): string | null {
  const [, month] = /(?:^|\/)(\d{4}-(?:0[1-9]|1[0-2]))-[a-z0-9-]+-street\.csv$/.exec(name) ?? [];
  return month === undefined ? null : `${month}-01`;
}

/**
 * The incidents of one street-level file, row by row. Throws `ImportRefused` where a column is missing, a row is of
 * another month, or the text is no CSV.
 */
export async function* readStreetFile(entry: SourceEntry, month: string): AsyncGenerator<StreetIncident> {
  const parser = parse({
    columns: (header: string[]) => columnsOf(entry.name, header),
    max_record_size: 100_000,
  });
  const fed = pipeline(Readable.from(decodeUtf8Strict(entry.open(), entry.name)), parser);
  // The same failure comes out of the loop; without this it would also count as unhandled.
  fed.catch(() => undefined);
  try {
    for await (const record of parser) yield incidentOf(record, entry.name, month);
    await fed;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))
      throw new ImportRefused(`${entry.name} is not well-formed CSV.`, [
        { where: entry.name, message: error.message },
      ]);
    throw error;
  }
}

function columnsOf(name: string, header: readonly string[]): string[] {
  const columns = header.map((column) => column.trim().toLowerCase());
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new ImportRefused(
      `${name} is not a street-level file of data.police.uk.`,
      missing.map((column) => ({ where: name, message: `column "${column}" is missing` })),
    );
  return columns;
}

function incidentOf(parsed: unknown, name: string, month: string): StreetIncident {
  // The parser's stream is untyped; these are the columns that `columnsOf` asked for.
  const record = parsed as Record<(typeof needed)[number], string>;
  if (`${record.month}-01` !== month)
    throw new ImportRefused(`${name} holds a row of another month: "${record.month}".`);
  const [lng, lat] = [record.longitude, record.latitude].map((cell) =>
    cell === "" ? Number.NaN : Number(cell),
  );
  const hasPosition = lng !== undefined && lat !== undefined && Number.isFinite(lng) && Number.isFinite(lat);
  return { kind: record["crime type"], lngLat: hasPosition ? [lng, lat] : null };
}
