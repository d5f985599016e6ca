import { importStructure } from "#app/services/structure/import-structure.server.ts";
import { structureTemplate } from "#app/services/structure/structure-rows.server.ts";
import type { DataCommand } from "./command.ts";
import { csvCommands } from "./csv-import.ts";

/** `structure import|rollback`. */
export const structureCommands: readonly DataCommand[] = csvCommands({
  noun: "structure",
  summary: "Load the BCU, section, partnership and team of each neighbourhood from a CSV",
  template: structureTemplate,
  importFile: importStructure,
});
