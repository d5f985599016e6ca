import { z } from "zod";
import {
  importBoundaries,
  policeUkAttribution,
  policeUkBoundariesUrl,
  requireOneSource,
} from "#app/services/boundary/import-boundaries.server.ts";
import { rollbackCommand } from "./rollback.ts";
import { dataCommand, type DataCommand } from "./command.ts";

const importInput = z.object({
  file: z.string().optional(),
  download: z.boolean().default(false),
  url: z.string().default(policeUkBoundariesUrl),
  force: z.string().optional(),
  names: z.string().optional(),
  idProperty: z.string().optional(),
  nameProperty: z.string().optional(),
  attribution: z.string().max(500).default(policeUkAttribution),
  sourceDate: z.iso.date({ error: "--source-date is a day such as 2026-12-31" }).optional(),
  dryRun: z.boolean().default(false),
});

/** `boundaries import|rollback`. */
export const boundariesCommands: readonly DataCommand[] = [
  dataCommand({
    noun: "boundaries",
    verb: "import",
    summary:
      "Load the boundaries of the neighbourhoods from GeoJSON, or from the KML files of data.police.uk",
    arguments: [
      { name: "[file]", description: "a GeoJSON file, or a zip or folder of KML files", isPath: true },
    ],
    options: [
      { flags: "--download", description: "fetch the boundaries from data.police.uk instead of a file" },
      { flags: "--url <address>", description: `where --download fetches (${policeUkBoundariesUrl})` },
      {
        flags: "--force <id>",
        description: "the folder to read where there are several, such as derbyshire",
      },
      { flags: "--names <csv>", description: "a CSV of id,name: KML files carry only ids", isPath: true },
      { flags: "--id-property <name>", description: "the GeoJSON property that holds the code" },
      { flags: "--name-property <name>", description: "the GeoJSON property that holds the name" },
      { flags: "--attribution <words>", description: "the credit the licence asks for (police.uk's)" },
      { flags: "--source-date <day>", description: "the date the boundaries are of, such as 2026-12-31" },
      { flags: "--dry-run", description: "check and say what would change, and write nothing" },
    ],
    input: importInput,
    run: async (deps, input) => {
      await importBoundaries(deps, {
        from: requireOneSource(input.file ?? null, input.download ? input.url : null),
        force: input.force ?? null,
        namesPath: input.names ?? null,
        idProperty: input.idProperty ?? null,
        nameProperty: input.nameProperty ?? null,
        attribution: input.attribution,
        sourceDate: input.sourceDate ?? null,
        isDryRun: input.dryRun,
      });
    },
  }),
  rollbackCommand("boundaries"),
];
