import type { Feature, FeatureCollection, Position } from "geojson";
import { z } from "zod";
import { signedAreaSquareDegrees } from "./rings.ts";
import type { Polygonal } from "./types.ts";

/** A GeoJSON FeatureCollection whose every feature has an inside. */
export type AreaCollection = FeatureCollection<Polygonal, Record<string, unknown> | null>;

// A height is dropped: the KML of data.police.uk carries a 0 that means nothing.
const position = z
  .tuple([z.number(), z.number()], "a position must be [longitude, latitude] in numbers")
  .rest(z.number())
  .transform(([lng, lat]): Position => [lng, lat]);
const ring = z.array(position);
const polygon = z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) });
const multiPolygon = z.object({
  type: z.literal("MultiPolygon"),
  coordinates: z.array(z.array(ring).min(1)).min(1),
});

const feature = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.discriminatedUnion(
    "type",
    [polygon, multiPolygon],
    "the geometry must be a Polygon or a MultiPolygon",
  ),
});

// RFC 7946 has one reference system; older files may name another, and then their numbers mean something else.
const wgs84 = /(?:CRS84|EPSG:{1,2}4326)$/i;
const crs = z.object({
  properties: z.object({
    name: z.string().regex(wgs84, "the file is in another reference system: export it as WGS84 (EPSG:4326)"),
  }),
});

/** The boundary files that are accepted: polygons and multipolygons in WGS84 longitude, latitude. */
const areaCollectionSchema = z.object({
  type: z.literal("FeatureCollection", "the file must be a GeoJSON FeatureCollection"),
  crs: crs.nullish(),
  features: z.array(feature).min(1, "the file has no features"),
});

const mostProblems = 20;

const toFeature = ({
  id,
  properties,
  geometry,
}: z.infer<typeof feature>): Feature<Polygonal, Record<string, unknown> | null> => ({
  type: "Feature",
  ...(id === undefined ? {} : { id }),
  properties,
  geometry,
});

/**
 * Reads parsed JSON as areas: drops heights and members it does not know, changes nothing else (a ring left open
 * stays open, for the boundary checks to report). At most twenty problems, each with where it is.
 */
export function parseAreaCollection(
  json: unknown,
): { ok: true; collection: AreaCollection } | { ok: false; problems: string[] } {
  const parsed = areaCollectionSchema.safeParse(json);
  if (parsed.success) {
    return {
      ok: true,
      collection: { type: "FeatureCollection", features: parsed.data.features.map(toFeature) },
    };
  }
  const problems = parsed.error.issues
    .slice(0, mostProblems)
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message));
  return { ok: false, problems };
}

const turned = (one: Position[], counterclockwise: boolean) =>
  signedAreaSquareDegrees(one) > 0 === counterclockwise ? one : one.toReversed();

const rewindPolygon = (rings: Position[][]) => rings.map((one, at) => turned(one, at === 0));

/** The same shape with rings as RFC 7946 section 3.1.6 has them: outer counterclockwise, holes clockwise. */
export const rewind = (geometry: Polygonal): Polygonal =>
  geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: rewindPolygon(geometry.coordinates) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map(rewindPolygon) };
