import type { z } from "zod";
import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import { ImportRefused, type ImportProblem } from "#app/services/edition/import.server.ts";
import type { CsvFile, CsvRow } from "./read-csv.server.ts";

/** An issue of zod in the words of somebody who looks at a spreadsheet. */
function wordsFor(issue: z.core.$ZodIssue, { cells }: CsvRow): string {
  if (issue.code === "unrecognized_keys") return `${issue.keys.join(", ")} means nothing on this kind of row`;
  const column = issue.path.join(".");
  const cell = cells[column];
  if (cell === undefined) return `${column} is missing`;
  return issue.code === "invalid_value"
    ? `${column} is "${cell}", not one of: ${issue.values.map(String).join(", ")}`
    : `${column} is "${cell}": ${issue.message}`;
}

/** Reads every row by the schema; what cannot be read joins the file's problems, each with its line. */
export function parseRows<Row>(csv: CsvFile, schema: z.ZodType<Row>): (Row & { line: number })[] {
  const rows: (Row & { line: number })[] = [];
  for (const row of csv.rows) {
    const parsed = schema.safeParse(row.cells);
    if (parsed.success) rows.push({ ...parsed.data, line: row.line });
    else {
      for (const issue of parsed.error.issues) {
        csv.problems.push({ where: `line ${row.line}`, message: wordsFor(issue, row) });
      }
    }
  }
  return rows;
}

/** Throws `ImportRefused` with all that is wrong, in the order of the lines, when anything is. */
export function refuseProblems(csv: CsvFile, found: readonly LineProblem[]) {
  const problems: ImportProblem[] = [
    ...csv.problems,
    ...found.map(({ line, message }) => ({ where: `line ${line}`, message })),
  ];
  if (problems.length === 0) return;
  const lineOf = ({ where }: ImportProblem) => Number(where?.replace("line ", "") ?? 0);
  throw new ImportRefused(
    `${csv.name} was refused: ${problems.length === 1 ? "one thing is" : `${problems.length} things are`} wrong. Nothing was changed.`,
    problems.sort((a, b) => lineOf(a) - lineOf(b)),
  );
}
