/** From a code or reference that was just checked or added to its id; one that is missing all the same is a bug. */
export function idBy<Row extends { id: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (key: string) => string {
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`No row is known by ${key}.`);
    return id;
  };
}
