import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import type { SourceEntry, SourceFile, SourceLimits } from "#app/services/source/source-file.server.ts";
import { readTextStrict } from "#app/services/source/utf8.server.ts";
import type { DeliveredArea } from "./area.ts";
import { readGeoJson, type GeoJsonProperties } from "./read-geojson.server.ts";
import { readKml } from "./read-kml.server.ts";

// The police.uk archive holds every neighbourhood of the country, some 5,000 files; one force's are read.
export const boundaryLimits: SourceLimits = {
  entries: 20_000,
  entryBytes: 100_000_000,
  totalBytes: 2_000_000_000,
};
const mostGeoJsonBytes = 100_000_000;
const mostKmlBytes = 20_000_000;
const mostForceBytes = 200_000_000;

export interface ReadOptions extends GeoJsonProperties {
  /** The folder of an archive to read, "derbyshire"; null where there is but one, or it is `ownForce`. */
  force: string | null;
  /** The slug of the force served here, taken where the archive holds several. */
  ownForce: string | null;
}

/** Reads a GeoJSON file, a KML file, or an archive or folder of either. Throws `ImportRefused`. */
export async function readBoundaries(
  deps: JobDeps,
  source: SourceFile,
  options: ReadOptions,
): Promise<DeliveredArea[]> {
  const names: string[] = [];
  for await (const entry of source.entries()) names.push(entry.name);
  const kmlNames = names.filter((name) => /\.kml$/i.test(name));
  if (kmlNames.length > 0) return readKmlFiles(deps, source, chooseForce(source.name, kmlNames, options));
  const jsonNames = names.filter((name) => /\.(geo)?json$/i.test(name));
  const [name] = source.kind === "file" ? names : jsonNames;
  if (name === undefined || jsonNames.length > 1) {
    throw new ImportRefused(
      `${source.name} holds ${jsonNames.length} GeoJSON files and no KML files; one is needed.`,
    );
  }
  for await (const entry of source.entries()) {
    if (entry.name !== name) continue;
    const text = await readTextStrict(entry.open(), entry.name, mostGeoJsonBytes);
    if (/^\s*[{[]/.test(text)) return readGeoJson(text, entry.name, options);
    throw new ImportRefused(`${entry.name} is neither GeoJSON nor KML.`);
  }
  throw new ImportRefused(`${source.name} changed while it was read.`);
}

const folderOf = (entryName: string) => entryName.split("/").at(-2) ?? "";

/** Picks the files of one force. */
function chooseForce(
  sourceName: string,
  kmlNames: readonly string[],
  { force, ownForce }: ReadOptions,
): Set<string> {
  const folders = [...new Set(kmlNames.map(folderOf))].sort();
  const chosen = force ?? (folders.length > 1 ? ownForce : folders[0]) ?? "";
  const files = kmlNames.filter((name) => folderOf(name) === chosen);
  if (files.length === 0) {
    const listed = folders.slice(0, 60).map((folder) => (folder === "" ? "(no folder)" : folder));
    throw new ImportRefused(
      force === null
        ? `${sourceName} holds several forces: say which with --force.`
        : `${sourceName} holds no folder ${force}.`,
      [{ where: null, message: `it holds ${listed.join(", ")}` }],
    );
  }
  return new Set(files);
}

async function readKmlFiles(
  deps: JobDeps,
  source: SourceFile,
  files: ReadonlySet<string>,
): Promise<DeliveredArea[]> {
  const areas: DeliveredArea[] = [];
  let bytes = 0;
  for await (const entry of source.entries()) {
    if (!files.has(entry.name)) continue;
    deps.signal.throwIfAborted();
    const text = await readTextStrict(entry.open(), entry.name, mostKmlBytes);
    bytes += text.length;
    if (bytes > mostForceBytes)
      throw new ImportRefused(`The boundaries in ${source.name} are too large to be real.`);
    areas.push(toArea(entry, text));
    deps.progress({ stage: "Reading boundaries", done: areas.length, total: files.size, unit: "files" });
  }
  return areas;
}

function toArea(entry: SourceEntry, text: string): DeliveredArea {
  const { name, description, geometry } = readKml(text, entry.name);
  const code = (entry.name.split("/").at(-1) ?? "").replace(/\.kml$/i, "");
  // why: data.police.uk repeats the id where a name would stand.
  const named = { name: name === code ? null : name, nameOtherwise: code };
  return { code, ...named, description, geometry, where: `entry ${entry.name}` };
}
