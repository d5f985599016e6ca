import type { LngLat } from "#geo/types.ts";

import { centreOf, columns, outside, rows, unclaimed } from "./grid.ts";
import { createNoise, fractal } from "./noise.ts";

const contains = (ring: readonly LngLat[], x: number, y: number): boolean => {
  let inside = false;
  let [previousX, previousY] = ring[ring.length - 1] ?? [0, 0];
  for (const [cornerX, cornerY] of ring) {
    const straddles = cornerY > y !== previousY > y;
    if (straddles && x < ((previousX - cornerX) * (y - cornerY)) / (previousY - cornerY) + cornerX)
      inside = !inside;
    [previousX, previousY] = [cornerX, cornerY];
  }
  return inside;
};

/**
 * Marks the cells inside an outline as unclaimed and the rest as outside. Each cell looks at a point up to
 * about 600 m away, chosen by smooth noise, so that straight edges typed by hand come out as a natural line.
 */
export const rasterOutline = (outline: readonly LngLat[]): Int16Array => {
  const eastward = fractal(createNoise(2007));
  const northward = fractal(createNoise(2008));
  const cells = new Int16Array(columns * rows).fill(outside);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const [lng, lat] = centreOf(cell);
    const x = (cell % columns) / 13;
    const y = Math.floor(cell / columns) / 13;
    const warpedLng = lng + eastward(x, y) * 0.012;
    const warpedLat = lat + northward(x, y) * 0.007;
    if (contains(outline, warpedLng, warpedLat)) cells[cell] = unclaimed;
  }
  return cells;
};
