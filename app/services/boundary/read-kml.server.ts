import { kml } from "@tmcw/togeojson";
import { DOMParser, type Document } from "@xmldom/xmldom";
import type { Geometry, Position } from "geojson";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { Polygonal } from "#geo/types.ts";

/** What one KML file of data.police.uk says about its neighbourhood. */
export interface KmlArea {
  name: string | null;
  description: string | null;
  /** All polygons of the file together, without their heights. */
  geometry: Polygonal;
}

// With neither declarations nor entities an XML parser has nothing to fetch and nothing to blow up.
const declaration = /<!(?!--|\[CDATA\[)\s*\w*/;
const coordinate = /^[-+]?\d+(\.\d+)?,[-+]?\d+(\.\d+)?(,[-+]?\d+(\.\d+)?)?$/;

/** Reads one file. Throws `ImportRefused` naming it when it is not sound KML or has no polygon. */
export function readKml(text: string, entryName: string): KmlArea {
  const refused = (summary: string, message: string) =>
    new ImportRefused(`${entryName} ${summary}`, [{ where: `entry ${entryName}`, message }]);
  const declared = declaration.exec(text)?.[0];
  if (declared !== undefined) {
    throw refused(
      "holds a document type declaration, which boundaries never need.",
      `${declared} is not allowed`,
    );
  }
  const document = parseXml(text, (message) => refused("is not well-formed XML.", message));
  const wrong = coordinateTuples(document).find((tuple) => !coordinate.test(tuple));
  if (wrong !== undefined)
    throw refused("holds a coordinate that is not longitude,latitude.", `“${wrong.slice(0, 60)}”`);
  const polygons = polygonsIn(document);
  const [first] = polygons;
  if (first === undefined) throw refused("holds no polygon.", "a boundary file has at least one Polygon");
  return {
    name: textOf(document, "name"),
    description: textOf(document, "description"),
    geometry:
      polygons.length === 1
        ? { type: "Polygon", coordinates: first }
        : { type: "MultiPolygon", coordinates: polygons },
  };
}

function parseXml(text: string, refused: (message: string) => ImportRefused): Document {
  try {
    return new DOMParser({
      onError: (_level, message) => {
        throw new Error(message);
      },
    }).parseFromString(text, "text/xml");
  } catch (error) {
    throw refused(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "");
  }
}

// The converter leaves out what it cannot read; a border with a corner missing would pass unseen.
function coordinateTuples(document: Document): string[] {
  const tuples: string[] = [];
  for (const element of document.getElementsByTagNameNS("*", "coordinates")) {
    for (const tuple of (element.textContent ?? "").split(/\s+/)) if (tuple !== "") tuples.push(tuple);
  }
  return tuples;
}

function polygonsIn(document: Document): Position[][][] {
  // why: the converter is typed for the browser's DOM, of which xmldom is another implementation.
  const collection = kml(document, { skipNullGeometry: true });
  return collection.features.flatMap(({ geometry }) => (geometry === null ? [] : polygonsOf(geometry)));
}

function polygonsOf(geometry: Geometry): Position[][][] {
  switch (geometry.type) {
    case "Polygon":
      return [geometry.coordinates.map(flat)];
    case "MultiPolygon":
      return geometry.coordinates.map((rings) => rings.map(flat));
    case "GeometryCollection":
      return geometry.geometries.flatMap(polygonsOf);
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
      return [];
  }
}

const flat = (ring: Position[]): Position[] => ring.map((position) => position.slice(0, 2));

function textOf(document: Document, tag: string): string | null {
  const text = document.getElementsByTagNameNS("*", tag)[0]?.textContent?.replace(/\s+/g, " ").trim();
  return text === undefined || text === "" ? null : text;
}
