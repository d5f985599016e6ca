import { ImportRefused } from "#app/services/edition/import.server.ts";
import { nationalGridToWgs84 } from "#geo/national-grid.ts";
import { fieldText, type ByteRow } from "./delimited-rows.server.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import { isInTheIsles, noPoint, toPoint, type Point } from "./point.server.ts";

interface Columns {
  postcode: number;
  district: number;
  terminated: number;
  lat: number;
  lng: number;
  easting: number;
  northing: number;
}

// The names changed in 2025 from oslaua and oseast1m to lad25cd and east1m, and the year in them moves on.
const names: Record<keyof Columns, RegExp> = {
  postcode: /^pcds$/,
  district: /^(oslaua|laua|lad(\d\d)?cd)$/,
  terminated: /^doterm$/,
  lat: /^lat$/,
  lng: /^long$/,
  easting: /^(os)?east1m$/,
  northing: /^(os)?nrth1m$|^north1m$/,
};

const anyPostcode = /^pcd[78]?$/;

/** Whether these header names, in lower case, are the ONS Postcode Directory's. */
export const isOnspdHeader = (fields: readonly string[]): boolean =>
  fields.includes("doterm") && fields.some((field) => names.postcode.test(field) || anyPostcode.test(field));

/** Where the columns stand. Throws `ImportRefused` naming those that are missing. */
function columnsOf(fields: readonly string[], fileName: string): Columns {
  const find = (name: RegExp) => fields.findIndex((field) => name.test(field));
  const pcds = find(names.postcode);
  const columns: Columns = {
    postcode: pcds === -1 ? find(anyPostcode) : pcds,
    district: find(names.district),
    terminated: find(names.terminated),
    lat: find(names.lat),
    lng: find(names.lng),
    easting: find(names.easting),
    northing: find(names.northing),
  };
  const missing = [
    ...(columns.postcode === -1 ? ["pcds"] : []),
    ...(columns.district === -1 ? ["oslaua or lad25cd"] : []),
    ...(columns.terminated === -1 ? ["doterm"] : []),
    ...((columns.lat === -1 || columns.lng === -1) && (columns.easting === -1 || columns.northing === -1)
      ? ["lat and long"]
      : []),
  ];
  if (missing.length > 0) {
    throw new ImportRefused(`${fileName} is not an ONS Postcode Directory this can read.`, [
      { where: `line 1 of ${fileName}`, message: `no column named ${missing.join(", ")}` },
    ]);
  }
  return columns;
}

/**
 * Reads the ONS Postcode Directory, ended postcodes included (`doterm`, YYYYMM). An ended postcode outside the force
 * is left out: nobody there needs it from us.
 */
export const readOnspdRow = (gathering: PostcodeGathering) => {
  let columns: Columns | null = null;
  return (row: ByteRow) => {
    if (columns === null) {
      const header = Array.from({ length: row.count }, (_, index) => fieldText(row, index).toLowerCase());
      columns = columnsOf(header, gathering.fileName);
      return;
    }
    gathering.rowCount += 1;
    readRow(gathering, columns, row);
  };
};

function readRow(gathering: PostcodeGathering, columns: Columns, row: ByteRow): void {
  const { bytes, starts, ends, line } = row;
  const inwardNumber = gathering.postcodes.read(
    bytes,
    starts[columns.postcode] ?? 0,
    ends[columns.postcode] ?? 0,
  );
  if (inwardNumber === -1 || columns.postcode >= row.count) {
    gathering.refuseRow(line, `"${fieldText(row, columns.postcode).slice(0, 20)}" is not a postcode`);
    return;
  }
  const district =
    columns.district < row.count
      ? gathering.districts.read(bytes, starts[columns.district] ?? 0, ends[columns.district] ?? 0)
      : -1;
  if (district === -1) {
    gathering.refuseRow(line, `"${fieldText(row, columns.district).slice(0, 20)}" is not a district code`);
    return;
  }
  const ended = fieldText(row, columns.terminated);
  if (ended !== "" && !/^[12]\d{3}(0[1-9]|1[0-2])$/.test(ended)) {
    gathering.refuseRow(line, `doterm "${ended.slice(0, 20)}" is not a year and month`);
    return;
  }
  const { outward } = gathering.postcodes;
  if (!gathering.districts.isForces(district)) {
    if (ended === "") gathering.addOutside(line, outward, inwardNumber, district);
    return;
  }
  const point = pointOf(columns, row);
  if (point === null) {
    gathering.refuseRow(line, "its coordinates are not in the United Kingdom");
    return;
  }
  gathering.addForce(line, outward, inwardNumber, district, point, Number(ended));
}

/** The point, NaN where the directory gives none (it writes 99.999999, 0 or nothing), null when it cannot be. */
function pointOf(columns: Columns, row: ByteRow): Point | null {
  if (columns.lat !== -1 && columns.lng !== -1) {
    const [lat, lng] = [fieldText(row, columns.lat), fieldText(row, columns.lng)];
    if (lat === "" || lng === "" || Number(lat) > 99) return noPoint;
    return isInTheIsles(Number(lng), Number(lat)) ? toPoint([Number(lng), Number(lat)]) : null;
  }
  const [easting, northing] = [fieldText(row, columns.easting), fieldText(row, columns.northing)];
  if (easting === "" || northing === "") return noPoint;
  try {
    return toPoint(nationalGridToWgs84(Number(easting), Number(northing)));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** "2025-02-01" from "ONSPD_FEB_2025_UK.csv": the directory carries no other date. Null for any other name. */
export function onspdDate(fileName: string): string | null {
  const [, month, year] = /ONSPD_([A-Z]{3})[A-Z]*_(\d{4})/i.exec(fileName) ?? [];
  const number = months.indexOf((month ?? "").toUpperCase()) + 1;
  return number === 0 ? null : `${year ?? ""}-${String(number).padStart(2, "0")}-01`;
}
