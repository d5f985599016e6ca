import type { Position } from "geojson";

import { createNoise, fractal } from "./noise.ts";

// Two passes round off the steps of the grid (200 m) and leave bends of half a kilometre alone.
const passes = 2;

const eastward = fractal(createNoise(1829));
const northward = fractal(createNoise(1830));

/**
 * Moves a point by a smooth field, up to about 200 m. One gentle field moves the whole county, so lines that
 * do not cross before do not cross after (grow.test.ts holds the result to that).
 */
const meander = ([column = 0, row = 0]: Position): Position => [
  column + eastward(column / 4, row / 4) * 1.2,
  row + northward(column / 4, row / 4) * 1.2,
];

const blend = (before: Position, here: Position, after: Position): Position =>
  here.map((value, axis) => ((before[axis] ?? value) + 2 * value + (after[axis] ?? value)) / 4);

const smoothOnce = (arc: readonly Position[], closed: boolean): Position[] => {
  const last = arc.length - 1;
  return arc.map((here, at) => {
    if (at > 0 && at < last) return blend(arc[at - 1] ?? here, here, arc[at + 1] ?? here);
    return closed ? blend(arc[last - 1] ?? here, here, arc[1] ?? here) : here;
  });
};

/** Rounds off one shared arc of the grid and lets it meander; where arcs meet they still meet. In cells. */
export const smoothArc = (arc: readonly Position[]): Position[] => {
  const first = arc[0];
  const end = arc[arc.length - 1];
  const closed = first?.[0] === end?.[0] && first?.[1] === end?.[1];
  let smoothed = [...arc];
  for (let pass = 0; pass < passes; pass += 1) smoothed = smoothOnce(smoothed, closed);
  return smoothed.map(meander);
};
