import { ImportRefused, type ImportProblem, type JobDeps } from "#app/services/edition/import.server.ts";
import { readCsv } from "#app/services/csv/read-csv.server.ts";

export interface NeighbourhoodNames {
  fileName: string;
  digest: string;
  /** By the force's code. */
  nameOf: ReadonlyMap<string, string>;
}

/** Reads a CSV of id,name. Throws `ImportRefused` with the line of every row it cannot use. */
export async function readNames(deps: JobDeps, path: string): Promise<NeighbourhoodNames> {
  const csv = await readCsv(deps, path, { required: ["id", "name"], optional: [], onUnknown: "ignore" });
  const nameOf = new Map<string, string>();
  const problems: ImportProblem[] = [...csv.problems];
  for (const { line, cells } of csv.rows) {
    const where = `line ${line}`;
    if (cells.id === undefined || cells.name === undefined)
      problems.push({ where, message: "needs an id and a name" });
    else if (nameOf.has(cells.id)) problems.push({ where, message: `names ${cells.id} a second time` });
    else nameOf.set(cells.id, cells.name);
  }
  if (problems.length > 0) throw new ImportRefused(`${csv.name} cannot be used for the names.`, problems);
  return { fileName: csv.name, digest: csv.digest, nameOf };
}
