import { readFileSync } from "node:fs";
import whichPolygon from "which-polygon";
import { rowsOfAccount } from "#app/domain/incident/account.ts";
import { countMonth } from "#app/services/incident/count-month.server.ts";
import { openSourceFile } from "#app/services/source/source-file.server.ts";
import { parseAreaCollection } from "#geo/geojson.ts";
import { createAreaIndex } from "#geo/which-area.ts";
import { compareFinds } from "./compare-finds.ts";

const neighbourhoods = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";
const crime = "../shared/data/crime";
const limits = { entries: 100, entryBytes: 50_000_000, totalBytes: 500_000_000 };
const countings = 5;

/** Rows a second. */
export interface IncidentFigures {
  rows: number;
  /** Finding the area of each row's point, and nothing else. */
  assignment: { ours: number; whichPolygon: number; ratio: number };
  /** Unpacking, reading, checking, assigning and counting: all of an import but the database. The best of five. */
  counting: number;
}

/**
 * Assigns every row of the real months to the real polygons.
 * @throws Error when the open data is not there.
 */
export async function benchIncidents(): Promise<IncidentFigures> {
  const parsed = parseAreaCollection(JSON.parse(readFileSync(neighbourhoods, "utf8")));
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const { features } = parsed.collection;
  const index = createAreaIndex(features);

  const find = (lng: number, lat: number) => {
    const area = index.find(lng, lat);
    return area < 0 ? null : String(area);
  };
  const points: number[] = [];
  await count((lng, lat) => {
    points.push(lng, lat);
    return find(lng, lat);
  });
  const lngLats = Float64Array.from(points);
  const query = whichPolygon({ type: "FeatureCollection", features });
  const assignment = await compareFinds(
    (lng, lat) => index.find(lng, lat) >= 0,
    (lng, lat) => query([lng, lat]) !== null,
    lngLats,
  );

  let [rows, best] = [0, Infinity];
  for (let time = 0; time < countings; time++) {
    const started = performance.now();
    rows = await count(find);
    best = Math.min(best, performance.now() - started);
  }
  return { rows, assignment, counting: (rows / best) * 1000 };
}

/** Counts every file as an import does; returns how many rows there were. */
async function count(find: (lng: number, lat: number) => string | null): Promise<number> {
  const file = await openSourceFile(crime, limits, new AbortController().signal);
  let rows = 0;
  for await (const entry of file.entries()) {
    const { account } = await countMonth(entry, entry.name.slice(0, 7), { editionId: "", find }, () => {
      // Nobody watches.
    });
    rows += rowsOfAccount(account);
  }
  return rows;
}
