import type { GeometryCollection } from "geojson";
import { neighbors } from "topojson-client";
import { topology } from "topojson-server";
import type { Polygonal } from "#geo/types.ts";

/** Which of the four muted fills an area takes. */
export type Tone = 0 | 1 | 2 | 3;
const tones: readonly Tone[] = [0, 1, 2, 3];
/** The darker a tone, the rarer: the picture stays calm. */
const order = [0, 2, 1, 0, 3, 1, 2] as const;

/**
 * A tone for each area, so that two that share a border differ wherever four tones can do it. Depends on nothing
 * but the areas and their order.
 */
export function toneAreas(areas: readonly { geometry: Polygonal }[]): Tone[] {
  const collection: GeometryCollection = {
    type: "GeometryCollection",
    geometries: areas.map(({ geometry }) => geometry),
  };
  const shared = topology({ areas: collection }).objects["areas"];
  const geometries = shared?.type === "GeometryCollection" ? shared.geometries : [];
  const next = neighbors(
    geometries.flatMap((geometry) =>
      geometry.type === "Polygon" || geometry.type === "MultiPolygon"
        ? [{ ...geometry, properties: {} }]
        : [],
    ),
  );
  const given: Tone[] = [];
  areas.forEach((_, index) => {
    const taken = new Set((next[index] ?? []).map((other) => given[other]));
    const wished = order[index % order.length] ?? 0;
    const free = [wished, ...tones].find((tone) => !taken.has(tone));
    given.push(free ?? wished);
  });
  return given;
}
