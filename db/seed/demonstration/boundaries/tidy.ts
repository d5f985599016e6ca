import { columns, outside, unclaimed } from "./grid.ts";

const sides = [1, -1, columns, -columns];

/** Each owner's cells in groups joined by a side. */
const groupsOf = (cells: Int16Array): Map<number, number[][]> => {
  const seen = new Uint8Array(cells.length);
  const groups = new Map<number, number[][]>();
  cells.forEach((owner, start) => {
    if (seen[start] === 1) return;
    const group = [start];
    seen[start] = 1;
    for (const cell of group) {
      for (const side of sides) {
        const next = cell + side;
        if (cells[next] !== owner || seen[next] === 1) continue;
        seen[next] = 1;
        group.push(next);
      }
    }
    groups.set(owner, [...(groups.get(owner) ?? []), group]);
  });
  return groups;
};

/** Leaves each owner its largest group and gives the rest to whoever lies beside it. */
const joinFragments = (cells: Int16Array): boolean => {
  let homeless: number[] = [];
  for (const groups of groupsOf(cells).values()) {
    const [, ...fragments] = groups.sort((a, b) => b.length - a.length);
    homeless.push(...fragments.flat());
  }
  const changed = homeless.length > 0;
  for (const cell of homeless) cells[cell] = unclaimed;
  while (homeless.length > 0) {
    homeless = homeless.filter((cell) => {
      const owner = sides.map((side) => cells[cell + side] ?? outside).find((beside) => beside !== unclaimed);
      if (owner !== undefined) cells[cell] = owner;
      return owner === undefined;
    });
  }
  return changed;
};

/** Widens every corner where one owner touches itself only diagonally: a ring may not meet itself. */
const widenPinches = (cells: Int16Array): boolean => {
  let changed = false;
  for (let cell = 0; cell + columns + 1 < cells.length; cell += 1) {
    const here = cells[cell] ?? outside;
    const east = cells[cell + 1] ?? outside;
    const north = cells[cell + columns] ?? outside;
    const northEast = cells[cell + columns + 1] ?? outside;
    if (here === northEast && here !== east && here !== north) {
      cells[cell + 1] = here;
      changed = true;
    } else if (east === north && east !== here && east !== northEast) {
      cells[cell] = east;
      changed = true;
    }
  }
  return changed;
};

/**
 * Makes every owner one piece joined by sides, with no two cells meeting only at a corner. Changes `cells`.
 * @throws Error when it does not settle, which a change of the typed facts could cause.
 */
export const tidy = (cells: Int16Array): void => {
  for (let round = 0; round < 50; round += 1) {
    const joined = joinFragments(cells);
    const widened = widenPinches(cells);
    if (!joined && !widened) return;
  }
  throw new Error("The demonstration boundaries did not settle into single pieces.");
};
