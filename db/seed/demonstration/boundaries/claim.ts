import FlatQueue from "flatqueue";

import type { LngLat } from "#geo/types.ts";

import { cellAt, columns, rows, unclaimed } from "./grid.ts";
import { createNoise, fractal } from "./noise.ts";

/** Where a neighbourhood starts to grow and how readily: a larger `effort` makes a more compact one. */
export interface Claimant {
  readonly seeds: readonly LngLat[];
  readonly effort: number;
}

const steps = [-1, 0, 1].flatMap((down) =>
  [-1, 0, 1].flatMap((across) =>
    down === 0 && across === 0 ? [] : [{ offset: down * columns + across, length: Math.hypot(down, across) }],
  ),
);

/** How hard the ground is to cross, per cell: ridges of noise become the lines where neighbours meet. */
const roughness = (): Float64Array => {
  const noise = fractal(createNoise(1974));
  return Float64Array.from({ length: columns * rows }, (_, cell) => {
    const height = noise((cell % columns) / 8, Math.floor(cell / columns) / 8);
    return 1 + 10 * height * height;
  });
};

/**
 * Shares the unclaimed cells out: each goes to the claimant that reaches it with the least effort
 * (Dijkstra's algorithm from all seeds at once). Changes `cells` in place.
 */
export const claim = (cells: Int16Array, claimants: readonly Claimant[]): void => {
  const rough = roughness();
  const spent = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
  const open = cells.map((owner) => (owner === unclaimed ? 1 : 0));
  const queue = new FlatQueue<number>();
  claimants.forEach(({ seeds }, owner) => {
    for (const seed of seeds) {
      const cell = cellAt(seed);
      // A place typed just over the outline still belongs to the county.
      open[cell] = 1;
      spent[cell] = 0;
      cells[cell] = owner;
      queue.push(cell, 0);
    }
  });
  while (queue.length > 0) {
    const effort = queue.peekValue() ?? 0;
    const cell = queue.pop() ?? 0;
    if (effort > (spent[cell] ?? 0)) continue;
    const owner = cells[cell] ?? 0;
    for (const { offset, length } of steps) {
      const next = cell + offset;
      if (open[next] !== 1) continue;
      const total = effort + length * (rough[next] ?? 1) * (claimants[owner]?.effort ?? 1);
      if (total >= (spent[next] ?? 0)) continue;
      spent[next] = total;
      cells[next] = owner;
      queue.push(next, total);
    }
  }
};
