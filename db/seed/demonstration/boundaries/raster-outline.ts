import type { LngLat } from "#geo/types.ts";

import { cellAt, centreOf, columns, outside, rows, unclaimed } from "./grid.ts";
import { createNoise, fractal } from "./noise.ts";

const eastward = fractal(createNoise(2007));
const northward = fractal(createNoise(2008));

// Short steps of 200 m or so, so that the displaced line is as fine as the grid.
const stepsPerSide = 12;

/** Moves a point of the outline by smooth noise, up to about 700 m, so that straight sides come out natural. */
const displace = ([lng, lat]: LngLat): LngLat => [
  lng + eastward(lng * 25, lat * 42) * 0.012,
  lat + northward(lng * 25, lat * 42) * 0.007,
];

const roughen = (outline: readonly LngLat[]): LngLat[] =>
  outline.flatMap(([lng, lat], at) => {
    const [nextLng, nextLat] = outline[(at + 1) % outline.length] ?? [lng, lat];
    return Array.from({ length: stepsPerSide }, (_, step) => {
      const along = step / stepsPerSide;
      return displace([lng + (nextLng - lng) * along, lat + (nextLat - lat) * along]);
    });
  });

/** The longitudes at which a closed line crosses a parallel, from west to east. */
const crossings = (line: readonly LngLat[], parallel: number): number[] => {
  const found: number[] = [];
  let [fromLng, fromLat] = line[line.length - 1] ?? [0, 0];
  for (const [lng, lat] of line) {
    if (lat > parallel !== fromLat > parallel) {
      found.push(fromLng + ((parallel - fromLat) / (lat - fromLat)) * (lng - fromLng));
    }
    [fromLng, fromLat] = [lng, lat];
  }
  return found.sort((a, b) => a - b);
};

/** Marks the cells inside an outline, roughened, as unclaimed and the rest as outside. */
export const rasterOutline = (outline: readonly LngLat[]): Int16Array => {
  const line = roughen(outline);
  const cells = new Int16Array(columns * rows).fill(outside);
  for (let row = 0; row < rows; row += 1) {
    const [, parallel] = centreOf(row * columns);
    const found = crossings(line, parallel);
    for (let at = 0; at + 1 < found.length; at += 2) {
      const from = cellAt([found[at] ?? 0, parallel]);
      const to = cellAt([found[at + 1] ?? 0, parallel]);
      cells.fill(unclaimed, from, to + 1);
    }
  }
  return cells;
};
