import { nationalGridToWgs84 } from "#geo/national-grid.ts";
import type { ImportProblem } from "#app/services/edition/import.server.ts";
import { fieldText, type ByteRow } from "./delimited-rows.server.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import { toPoint, noPoint } from "./point.server.ts";

const columnCount = 10;
const column = { postcode: 0, quality: 1, easting: 2, northing: 3, district: 8 } as const;
const qualityWithoutCoordinates = 90;

/** Whether a first line is one of Code-Point Open's area files, which have no header. */
export const isCodePointLine = (fields: readonly string[]): boolean =>
  fields.length === columnCount && /^[A-Z]{1,2}[0-9][A-Z0-9]? *[0-9][A-Z]{2}$/.test(fields[0] ?? "");

/** Reads a row of an area file into the gathering: ten columns, eastings and northings in metres (EPSG:27700). */
export const readCodePointRow = (gathering: PostcodeGathering) => (row: ByteRow) => {
  const { bytes, starts, ends, line } = row;
  gathering.rowCount += 1;
  if (row.count !== columnCount) {
    gathering.refuseRow(line, `${row.count} columns instead of ${columnCount}`);
    return;
  }
  const inwardNumber = gathering.postcodes.read(
    bytes,
    starts[column.postcode] ?? 0,
    ends[column.postcode] ?? 0,
  );
  if (inwardNumber === -1) {
    gathering.refuseRow(line, `"${fieldText(row, column.postcode).slice(0, 20)}" is not a postcode`);
    return;
  }
  const district = gathering.districts.read(bytes, starts[column.district] ?? 0, ends[column.district] ?? 0);
  if (district === -1) {
    gathering.refuseRow(
      line,
      `"${fieldText(row, column.district).slice(0, 20)}" is not a district code (column 9)`,
    );
    return;
  }
  const quality = wholeNumber(row, column.quality);
  const eastingMetres = wholeNumber(row, column.easting);
  const northingMetres = wholeNumber(row, column.northing);
  const hasPoint = quality !== qualityWithoutCoordinates;
  if (hasPoint && !isOnGrid(eastingMetres, northingMetres)) {
    gathering.refuseRow(
      line,
      `easting and northing (columns 3 and 4) are not on the British National Grid: ` +
        `${fieldText(row, column.easting).slice(0, 20)}, ${fieldText(row, column.northing).slice(0, 20)}`,
    );
    return;
  }
  const { outward } = gathering.postcodes;
  if (!gathering.districts.isForces(district)) {
    gathering.addOutside(line, outward, inwardNumber, district);
    return;
  }
  const point = hasPoint ? toPoint(nationalGridToWgs84(eastingMetres, northingMetres)) : noPoint;
  gathering.addForce(line, outward, inwardNumber, district, point, 0);
};

const isOnGrid = (eastingMetres: number, northingMetres: number) =>
  eastingMetres > 0 && eastingMetres <= 700_000 && northingMetres > 0 && northingMetres <= 1_300_000;

/** The digits of a field as a number, NaN for anything else: Number() of a string would be needed 5 million times. */
function wholeNumber({ bytes, starts, ends }: ByteRow, index: number): number {
  const end = ends[index] ?? 0;
  let at = starts[index] ?? 0;
  if (at === end || end - at > 9) return NaN;
  let value = 0;
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** What Doc/metadata.txt says: the release, its date and how many postcodes each postcode area has. */
export interface CodePointMetadata {
  version: string | null;
  /** "2025-10-20". */
  date: string | null;
  countByArea: ReadonlyMap<string, number>;
}

/** Reads the text of Doc/metadata.txt; whatever it lacks is null or absent. */
export function parseCodePointMetadata(text: string): CodePointMetadata {
  const [, year, month, day] = /^COPYRIGHT DATE:\s*(\d{4})(\d{2})(\d{2})\s*$/m.exec(text) ?? [];
  const counts = text.matchAll(/^\s*([A-Z]{1,2})\t(\d+)\s*$/gm);
  return {
    version: /^DATASET VERSION NUMBER:\s*([\w.]+)\s*$/m.exec(text)?.[1] ?? null,
    date: year === undefined ? null : `${year}-${month ?? ""}-${day ?? ""}`,
    countByArea: new Map(Array.from(counts, ([, area, count]) => [area ?? "", Number(count)])),
  };
}

/** The areas of which fewer rows came than the metadata counts: a copy that is not complete. */
export function missingRows(
  { countByArea }: CodePointMetadata,
  gathering: PostcodeGathering,
): ImportProblem[] {
  const expected = Array.from(countByArea.values()).reduce((sum, count) => sum + count, 0);
  if (gathering.rowCount >= expected) return [];
  const read = new Map<string, number>();
  for (const { code, count } of gathering.postcodes.outwards) {
    const area = /^[A-Z]+/.exec(code)?.[0] ?? "";
    read.set(area, (read.get(area) ?? 0) + count);
  }
  return Array.from(countByArea)
    .filter(([area, count]) => (read.get(area) ?? 0) < count)
    .map(([area, count]) => ({
      where: `postcode area ${area}`,
      message: `metadata.txt counts ${count} postcodes, ${read.get(area) ?? 0} were read`,
    }));
}

/** The credit lines of Doc/licence.txt in one line, or null where it has none. */
export function parseCodePointLicence(text: string): string | null {
  const credits = text.split(/\r?\n/).filter((line) => line.startsWith("Contains "));
  return credits.length === 0 ? null : credits.map((line) => line.trim()).join(" ");
}
