import { importTeams } from "#app/services/team/import-teams.server.ts";
import { teamsTemplate } from "#app/services/team/teams-template.server.ts";
import type { DataCommand } from "./command.ts";
import { csvCommands } from "./csv-import.ts";

/** `teams import|rollback`. */
export const teamsCommands: readonly DataCommand[] = csvCommands({
  noun: "teams",
  summary: "Load posts, who holds them, contacts and bases from a CSV",
  template: teamsTemplate,
  importFile: importTeams,
});
