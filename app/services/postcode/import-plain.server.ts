import { CsvError, parse } from "csv-parse";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { decodeUtf8Strict } from "#app/services/source/utf8.server.ts";
import { looksLikeNationalGrid } from "#geo/national-grid.ts";
import { parsePostcode } from "#geo/postcode.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import { isInTheIsles, toPoint } from "./point.server.ts";

const names = {
  postcode: ["postcode", "pcds", "pcd", "post_code"],
  lat: ["lat", "latitude"],
  lng: ["lng", "lon", "long", "longitude"],
  district: ["district", "district_code", "lad", "ladcd", "gss", "gss_code"],
};

const indexOf = (fields: readonly string[], wanted: readonly string[]) =>
  fields.findIndex((field) => wanted.includes(field.trim().toLowerCase()));

/** Whether these header names are a plain list's: a postcode, a latitude and a longitude, in any order. */
export const isPlainHeader = (fields: readonly string[]): boolean =>
  [names.postcode, names.lat, names.lng].every((wanted) => indexOf(fields, wanted) !== -1);

const recordSchema = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

interface Columns {
  postcode: number;
  lat: number;
  lng: number;
  district: number;
}

/**
 * Reads a list of the force's own postcodes: `postcode,lat,lng[,district]`, WGS84 degrees, UTF-8. Such files come out
 * of spreadsheets, so csv-parse reads them, with all that people put between quotes.
 */
export async function readPlainRows(
  source: AsyncIterable<Buffer>,
  gathering: PostcodeGathering,
): Promise<void> {
  const { fileName } = gathering;
  let columns: Columns | null = null;
  const turn = createTurn();
  try {
    await pipeline(
      decodeUtf8Strict(source, fileName),
      parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 65_536 }),
      async (records: AsyncIterable<unknown>) => {
        for await (const parsed of records) {
          const { record, info } = recordSchema.parse(parsed);
          if (columns === null) columns = columnsOf(record, fileName);
          else readRow(gathering, columns, record, info.lines);
          await turn();
        }
      },
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportRefused(`${fileName} is not a CSV file this can read.`, [
      { where: fileName, message: error.message },
    ]);
  }
}

function columnsOf(fields: readonly string[], fileName: string): Columns {
  if (!isPlainHeader(fields)) {
    throw new ImportRefused(`${fileName} is no list of postcodes.`, [
      {
        where: `line 1 of ${fileName}`,
        message: "the first line must name the columns postcode, lat and lng",
      },
    ]);
  }
  return {
    postcode: indexOf(fields, names.postcode),
    lat: indexOf(fields, names.lat),
    lng: indexOf(fields, names.lng),
    district: indexOf(fields, names.district),
  };
}

function readRow(
  gathering: PostcodeGathering,
  columns: Columns,
  fields: readonly string[],
  line: number,
): void {
  gathering.rowCount += 1;
  const typed = fields[columns.postcode] ?? "";
  const parsed = parsePostcode(typed);
  const bytes = Buffer.from(parsed.ok ? parsed.postcode : "", "latin1");
  const inwardNumber = gathering.postcodes.read(bytes, 0, bytes.length);
  if (inwardNumber === -1) {
    gathering.refuseRow(line, `"${typed.slice(0, 20)}" is not a postcode`);
    return;
  }
  const [lat, lng] = [degrees(fields[columns.lat]), degrees(fields[columns.lng])];
  const wrong = whatIsWrong(lng, lat);
  if (wrong !== null) {
    gathering.refuseRow(line, wrong);
    return;
  }
  const district = gathering.districts.indexOf((fields[columns.district] ?? "").trim().toUpperCase());
  if (district === -1) {
    gathering.refuseRow(
      line,
      `"${(fields[columns.district] ?? "").slice(0, 20)}" is not a district code like E07000035`,
    );
    return;
  }
  gathering.addForce(line, gathering.postcodes.outward, inwardNumber, district, toPoint([lng, lat]), 0);
}

const degrees = (text: string | undefined) => (text === undefined || text.trim() === "" ? NaN : Number(text));

function whatIsWrong(lng: number, lat: number): string | null {
  if (Number.isNaN(lat) || Number.isNaN(lng)) return "its latitude or longitude is missing or not a number";
  if (isInTheIsles(lng, lat)) return null;
  if (isInTheIsles(lat, lng)) return `latitude and longitude look swapped: latitude ${lat}, longitude ${lng}`;
  if (looksLikeNationalGrid(lng, lat) || looksLikeNationalGrid(lat, lng)) {
    return "its coordinates look like British National Grid metres: export as WGS84 degrees (EPSG:4326)";
  }
  return `latitude ${lat}, longitude ${lng} is not in the United Kingdom`;
}
