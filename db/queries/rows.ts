/** The rows of a raw `db.execute`: postgres.js answers with an array, PGlite with an object that holds one. */
export function rowsOf<Row>(result: unknown): Row[] {
  // What the columns are is the query's word alone: the one place where it is taken.
  if (Array.isArray(result)) return result as Row[];
  if (typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows)) {
    return result.rows as Row[];
  }
  throw new TypeError("The database driver answered in a way this version does not know.");
}
