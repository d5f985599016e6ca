import { z } from "zod";
import type { Finder } from "#app/domain/finder/finder.ts";
import { etagOf } from "#app/etag.ts";
import { simplifyTogether, toleranceForZoom } from "#geo/simplify.ts";

const defaultZoom = 12;

/** "exact", or a zoom of web maps; few enough that all of them may be kept. */
export const detailSchema = z
  .union([
    z.literal("exact"),
    z
      .string()
      .regex(/^\d\d?$/)
      .transform(Number)
      .pipe(z.number().min(5).max(16)),
  ])
  .default(defaultZoom);
export type Detail = z.output<typeof detailSchema>;

interface Kept {
  text: string;
  etag: string;
}

// Kept as long as its finder: a switched edition takes its pictures with it.
const keptOf = new WeakMap<Finder, Map<Detail, Kept>>();

/** The GeoJSON text of all boundaries (RFC 7946), made once for each finder and detail. */
export function geoJsonOf(finder: Finder, detail: Detail): Kept {
  const kept = keptOf.get(finder) ?? new Map<Detail, Kept>();
  keptOf.set(finder, kept);
  const known = kept.get(detail);
  if (known !== undefined) return known;
  const text = JSON.stringify(featureCollectionOf(finder, detail));
  const made = { text, etag: etagOf(finder.version, text) };
  kept.set(detail, made);
  return made;
}

function featureCollectionOf(finder: Finder, detail: Detail) {
  const { id, source, date, attribution, isIllustrative } = finder.editions.boundaries;
  const { neighbourhoods } = finder;
  const areas =
    detail === "exact" ? neighbourhoods : simplifyTogether(neighbourhoods, toleranceForZoom(detail));
  return {
    type: "FeatureCollection",
    attribution,
    isIllustrative,
    edition: { id, source, date },
    features: areas.map(({ slug, code, name, district, geometry, centre }) => ({
      type: "Feature",
      id: slug,
      properties: { slug, code, name, district, centre },
      geometry,
    })),
  };
}
