import { ImportRefused, type ImportProblem } from "#app/services/edition/import.server.ts";
import { parseAreaCollection, type AreaCollection } from "#geo/geojson.ts";
import type { DeliveredArea } from "./area.ts";

export interface GeoJsonProperties {
  /** The property that holds the force's code; null for the usual names, then the feature's own id. */
  idProperty: string | null;
  /** The property that holds the name; null for the usual names. */
  nameProperty: string | null;
}

const usualIds = ["id", "code", "neighbourhood_id"];
const usualNames = ["name", "Name"];

/** Reads a GeoJSON FeatureCollection of areas. Throws `ImportRefused` naming each feature it cannot read. */
export function readGeoJson(text: string, fileName: string, properties: GeoJsonProperties): DeliveredArea[] {
  const parsed = parseAreaCollection(parseJson(text, fileName));
  if (!parsed.ok)
    throw new ImportRefused(`${fileName} cannot be read as boundaries.`, parsed.problems.map(placed));
  return parsed.collection.features.map((feature, index) => toArea(feature, index, properties));
}

function toArea(
  { id, properties, geometry }: AreaCollection["features"][number],
  index: number,
  { idProperty, nameProperty }: GeoJsonProperties,
): DeliveredArea {
  const valueOf = (names: readonly string[]) =>
    names.map((name) => wordsOf(properties?.[name])).find((words) => words !== null) ?? null;
  const code =
    valueOf(idProperty === null ? usualIds : [idProperty]) ?? (idProperty === null ? wordsOf(id) : null);
  return {
    code,
    name: valueOf(nameProperty === null ? usualNames : [nameProperty]),
    nameOtherwise: null,
    description: valueOf(["description"]),
    geometry,
    where: `feature ${index + 1}${code === null ? "" : ` (${code})`}`,
  };
}

const wordsOf = (value: unknown): string | null => {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const words = String(value).trim();
  return words === "" ? null : words;
};

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    const summary =
      position >= text.trimEnd().length
        ? `${fileName} is truncated: its end is missing. Fetch or copy it again.`
        : `${fileName} is not well-formed JSON.`;
    throw new ImportRefused(summary, [{ where: `line ${lineAt(text, position)}`, message: reason }]);
  }
}

const lineAt = (text: string, position: number) => text.slice(0, position).split("\n").length;

/** "features.2.geometry: …" counts from 0 and is for programs. */
function placed(problem: string): ImportProblem {
  const [, index, path, message] = /^features\.(\d+)\.?([\w.]*): (.*)$/s.exec(problem) ?? [];
  if (index === undefined || message === undefined) return { where: null, message: problem };
  return { where: `feature ${Number(index) + 1}`, message: path ? `${path}: ${message}` : message };
}
