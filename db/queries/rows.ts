/** The rows of a raw `db.execute`: both drivers answer with an object that holds them. */
export function rowsOf<Row>(result: unknown): Row[] {
  // What the columns are is the query's word alone: the one place where it is taken.
  if (typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows)) {
    return result.rows as Row[];
  }
  throw new TypeError("The database driver answered in a way this version does not know.");
}
