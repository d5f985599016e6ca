import { z } from "zod";
import type { EditionReport } from "#app/domain/edition/edition.ts";
import { checkPlaces, placesTexts } from "#app/domain/place/places-file.ts";
import { placeKinds, type Place } from "#app/domain/place/place.ts";
import { changesBetween } from "#app/domain/structure/changes.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { districtCode, lat, lng, words } from "#app/services/csv/fields.server.ts";
import { importCsvEdition, type CsvImportOptions } from "#app/services/csv/import-csv-edition.server.ts";
import { parseRows, refuseProblems } from "#app/services/csv/parse-rows.server.ts";
import { readCsv, type CsvColumns } from "#app/services/csv/read-csv.server.ts";
import { writeBatches } from "#app/services/csv/write-batches.server.ts";
import { addPlaces } from "#db/queries/place-import.ts";
import { mostPlaces, placesInForce } from "#db/queries/place.ts";

const columns: CsvColumns = {
  required: ["name", "kind", "lat", "lng"],
  optional: ["district_code"],
  onUnknown: "ignore",
};

const placeRow: z.ZodType<Place> = z
  .object({ name: words, kind: z.enum(placeKinds), lat, lng, district_code: districtCode.optional() })
  .transform(({ district_code, ...place }) => ({ ...place, districtCode: district_code ?? null }));

/** An example file, line by line. */
export const placesTemplate: readonly string[] = [
  "# Places that residents may search for. Lines that begin with # are left out.",
  "# Required: name, kind, lat and lng (WGS84 degrees). district_code: the GSS code of the council district.",
  `# kind: ${placeKinds.join(", ")}.`,
  "name,kind,lat,lng,district_code",
  "Northgate,town,53.25,-1.91,E07000037",
  "Moorside,village,53.31,-1.88,E07000037",
];

/**
 * Loads the places that residents may search for from a CSV and puts them in force. Throws `ImportRefused` with
 * every line that is wrong; then nothing has changed.
 */
export async function importPlaces(deps: JobDeps, options: CsvImportOptions): Promise<EditionReport> {
  const { db } = deps;
  const csv = await readCsv(deps, options.path, columns);
  if (csv.rows.length > mostPlaces)
    throw new ImportRefused(`${csv.name} has more than ${mostPlaces} places.`);
  const places = parseRows(csv, placeRow);
  refuseProblems(csv, checkPlaces(places));
  const { added, changed, gone } = changesBetween(placesTexts(await placesInForce(db)), placesTexts(places));
  const report: EditionReport = {
    read: places.length,
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    moved: 0,
    warnings: csv.warnings,
    details: [
      ...added.map((name) => `${name} added`),
      ...changed.map((name) => `${name} changed`),
      ...gone.map((name) => `${name} gone`),
    ],
  };
  return importCsvEdition(deps, "places", options, {
    csv,
    report,
    hasNewNames: false,
    write: (editionId) =>
      writeBatches(
        deps,
        "Writing places",
        places.map(({ line, ...place }) => ({ ...place, editionId, number: line })),
        (batch) => addPlaces(db, batch),
      ),
    alsoInTransaction: () => Promise.resolve(),
  });
}
