import { createRandom } from "../random.ts";

const latticeSide = 128;

/** A smooth field over the plane: the value at x, y, in [-1, 1]; it repeats every 128 units. */
export type Noise = (x: number, y: number) => number;

const fade = (t: number) => t * t * (3 - 2 * t);

/** Value noise on a unit lattice, eased between lattice points so that it has no visible grain. */
export const createNoise = (seed: number): Noise => {
  const random = createRandom(seed);
  const lattice = Float64Array.from({ length: latticeSide * latticeSide }, () => random.next() * 2 - 1);
  const at = (column: number, row: number) =>
    lattice[(row & (latticeSide - 1)) * latticeSide + (column & (latticeSide - 1))] ?? 0;
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const u = fade(x - column);
    const v = fade(y - row);
    const north = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
    const south = at(column, row) * (1 - u) + at(column + 1, row) * u;
    return south * (1 - v) + north * v;
  };
};

/** Three octaves of one noise, each half the size and half the strength of the one before; within about ±1. */
export const fractal =
  (noise: Noise): Noise =>
  (x, y) =>
    (noise(x, y) * 4 + noise(x * 2 + 31, y * 2 + 17) * 2 + noise(x * 4 + 67, y * 4 + 43)) / 7;
