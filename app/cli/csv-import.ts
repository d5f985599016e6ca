import { z } from "zod";
import type { EditionNoun } from "#app/domain/edition/edition.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import type { CsvImportOptions } from "#app/services/csv/import-csv-edition.server.ts";
import { rollbackCommand } from "./rollback.ts";
import { dataCommand, type DataCommand } from "./command.ts";

const csvInput = z.object({
  file: z.string().optional(),
  template: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  sourceDate: z.iso.date({ error: "--source-date is a day such as 2026-12-31" }).optional(),
  attribution: z.string().max(500).default(""),
});

export interface CsvCommand {
  noun: EditionNoun;
  /** What the file brings, for `--help`. */
  summary: string;
  /** An example file, line by line. */
  template: readonly string[];
  importFile: (deps: JobDeps, options: CsvImportOptions) => Promise<unknown>;
}

/** The two verbs of a noun that arrives as one CSV: `import` and `rollback`. */
export const csvCommands = ({ noun, summary, template, importFile }: CsvCommand): readonly DataCommand[] => [
  dataCommand({
    noun,
    verb: "import",
    summary,
    arguments: [{ name: "[file]", description: "a CSV file in UTF-8", isPath: true }],
    options: [
      { flags: "--template", description: "print an example file and stop" },
      { flags: "--dry-run", description: "check the file and say what would change, and write nothing" },
      { flags: "--source-date <day>", description: "the date the file speaks of, such as 2026-12-31" },
      { flags: "--attribution <words>", description: "the credit its licence asks for, if it does" },
    ],
    input: csvInput,
    withoutDatabase: (input) => (input.template ? template : null),
    run: async (deps, { file, dryRun, sourceDate, attribution }) => {
      if (file === undefined)
        throw new ImportRefused(`Name the CSV file, or print an example with --template.`);
      await importFile(deps, { path: file, dryRun, sourceDate: sourceDate ?? null, attribution });
    },
  }),
  rollbackCommand(noun),
];
