import { abstractionsCommands } from "./abstractions.ts";
import { auditCommands } from "./audit.ts";
import { backupCommands } from "./backup.ts";
import { boundariesCommands } from "./boundaries.ts";
import type { DataCommand } from "./command.ts";
import { databaseCommands } from "./database.ts";
import { forceCommands } from "./force.ts";
import { incidentsCommands } from "./incidents.ts";
import { peopleCommands } from "./people.ts";
import { placesCommands } from "./places.ts";
import { postcodesCommands } from "./postcodes.ts";
import { retentionCommands } from "./retention.ts";
import { structureCommands } from "./structure.ts";
import { teamsCommands } from "./teams.ts";

/** Every noun and verb of `npm run data`, in the order in which a force needs them. */
export const commands: readonly DataCommand[] = [
  ...forceCommands,
  ...boundariesCommands,
  ...postcodesCommands,
  ...structureCommands,
  ...teamsCommands,
  ...placesCommands,
  ...incidentsCommands,
  ...abstractionsCommands,
  ...peopleCommands,
  ...backupCommands,
  ...databaseCommands,
  ...auditCommands,
  ...retentionCommands,
];
