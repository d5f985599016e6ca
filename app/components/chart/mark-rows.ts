/** Numbers of marks that stand too near each other go into rows under one another: the row of each, in order of `xs`. */
export function markRows(xs: readonly number[], room: number): number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end >= room);
    const row = free === -1 ? ends.length : free;
    ends[row] = x;
    return row;
  });
}
