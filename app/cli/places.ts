import { importPlaces, placesTemplate } from "#app/services/place/import-places.server.ts";
import type { DataCommand } from "./command.ts";
import { csvCommands } from "./csv-import.ts";

/** `places import|rollback`. */
export const placesCommands: readonly DataCommand[] = csvCommands({
  noun: "places",
  summary: "Load the place names that residents may search for from a CSV",
  template: placesTemplate,
  importFile: importPlaces,
});
