import { z } from "zod";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { dataCommand, type DataCommand } from "./command.ts";

const policeUk =
  "Contains public sector information licensed under the Open Government Licence v3.0: data.police.uk";

/** `incidents import`. */
export const incidentsCommands: readonly DataCommand[] = [
  dataCommand({
    noun: "incidents",
    verb: "import",
    summary: "Count street-level files of data.police.uk by month, neighbourhood and kind",
    arguments: [
      {
        name: "<file>",
        description: "a -street.csv file (.gz or not), a folder of them, or the archive as downloaded",
        isPath: true,
      },
    ],
    options: [
      { flags: "--force <id>", description: "the force to read where there are several, such as derbyshire" },
      { flags: "--dry-run", description: "count, say what was counted, and write nothing" },
      { flags: "--attribution <words>", description: "the credit its licence asks for" },
    ],
    input: z.object({
      file: z.string(),
      force: z.string().optional(),
      dryRun: z.boolean().default(false),
      attribution: z.string().max(500).default(policeUk),
    }),
    run: async (deps, { file, force, dryRun, attribution }) => {
      await importIncidents(deps, { path: file, force: force ?? null, dryRun, attribution });
    },
  }),
];
