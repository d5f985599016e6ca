import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importStructure } from "#app/services/structure/import-structure.server.ts";
import { structureTemplate } from "#app/services/structure/structure-rows.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importTeams } from "#app/services/team/import-teams.server.ts";
import { teamsTemplate } from "#app/services/team/teams-template.server.ts";
import { listNeighbourhoodIdentities } from "#db/queries/structure-import.ts";
import { teamOfNeighbourhood } from "#db/queries/team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

/** A database and a folder of its own for files, with what the tests of the teams importer do to them. */
export async function openTeamsTest() {
  const { db, close } = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "teams-"));
  const save = (name: string, content: readonly string[] | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.isBuffer(content) ? content : content.join("\n"));
    return path;
  };
  const load = async (
    content: readonly string[] | Buffer,
    given: { dryRun?: boolean; day?: string } = {},
  ) => {
    const job = testJob(db, { now: () => new Date(`${given.day ?? "2026-06-01"}T12:00:00Z`) });
    const path = save("teams.csv", content);
    const report = await importTeams(job, {
      path,
      dryRun: given.dryRun ?? false,
      sourceDate: null,
      attribution: "",
    });
    return { report, said: job.said.join("\n"), progressed: job.progressed };
  };
  const idOf = async (code: string) =>
    (await listNeighbourhoodIdentities(db)).find((row) => row.code === code)?.id ?? "";
  return {
    db,
    load,
    idOf,
    /** Loads the structure that the template of the teams speaks of. */
    loadStructure: () =>
      importStructure(testJob(db), {
        path: save("structure.csv", structureTemplate),
        dryRun: false,
        sourceDate: null,
        attribution: "",
      }),
    refusal: async (content: readonly string[] | Buffer) => {
      try {
        await load(content);
      } catch (error) {
        if (error instanceof ImportRefused) return error;
        throw error;
      }
      throw new Error("The file was not refused.");
    },
    wordsOf: async (code: string, day: string, at?: Date) =>
      (await teamOfNeighbourhood(db, await idOf(code), day, at)).map(({ words }) => words),
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type TeamsTest = Awaited<ReturnType<typeof openTeamsTest>>;

/** The template with every line that matches replaced, or left out where the replacement is null. */
export const edited = (match: RegExp, replacement: ((line: string) => string) | null): string[] =>
  teamsTemplate.flatMap((line) => (match.test(line) ? (replacement ? [replacement(line)] : []) : [line]));

/** One line of a teams file. */
export function rowOf(cells: Record<string, string>): string {
  const header = teamsTemplate.find((line) => line.startsWith("record,"))?.split(",") ?? [];
  return header.map((column) => cells[column] ?? "").join(",");
}
