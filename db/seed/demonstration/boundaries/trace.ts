import { columns } from "./grid.ts";

/** A closed ring of grid corners, counted in cells from the south-west; the first corner is repeated at the end. */
export type CornerRing = [column: number, row: number][];

const across = columns + 1;

/** The sides of each owner's cells that face another owner, each running with the owner on its left. */
const edgesOf = (cells: Int16Array): Map<number, Map<number, number>> => {
  const edges = new Map<number, Map<number, number>>();
  cells.forEach((owner, cell) => {
    if (owner < 0) return;
    const southWest = Math.floor(cell / columns) * across + (cell % columns);
    const southEast = southWest + 1;
    const northWest = southWest + across;
    const northEast = northWest + 1;
    const own = edges.get(owner) ?? new Map<number, number>();
    if (cells[cell - columns] !== owner) own.set(southWest, southEast);
    if (cells[cell + 1] !== owner) own.set(southEast, northEast);
    if (cells[cell + columns] !== owner) own.set(northEast, northWest);
    if (cells[cell - 1] !== owner) own.set(northWest, southWest);
    edges.set(owner, own);
  });
  return edges;
};

const signedArea = (ring: CornerRing): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** Follows the edges of one owner round: the outer ring first (anticlockwise), then any holes (clockwise). */
const ringsOf = (edges: Map<number, number>): CornerRing[] => {
  const rings: CornerRing[] = [];
  for (const start of [...edges.keys()]) {
    const ring: CornerRing = [];
    let corner: number | undefined = start;
    while (corner !== undefined && edges.has(corner)) {
      ring.push([corner % across, Math.floor(corner / across)]);
      const next = edges.get(corner);
      edges.delete(corner);
      corner = next;
    }
    if (ring.length > 0) rings.push([...ring, [start % across, Math.floor(start / across)]]);
  }
  return rings.sort((a, b) => signedArea(b) - signedArea(a));
};

/** The rings of every owner in a tidy grid, by owner. */
export const traceRings = (cells: Int16Array): Map<number, CornerRing[]> =>
  new Map([...edgesOf(cells)].map(([owner, edges]) => [owner, ringsOf(edges)]));
