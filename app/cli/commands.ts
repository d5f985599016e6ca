import { backupCommands } from "./backup.ts";
import { boundariesCommands } from "./boundaries.ts";
import type { DataCommand } from "./command.ts";
import { forceCommands } from "./force.ts";
import { placesCommands } from "./places.ts";
import { postcodesCommands } from "./postcodes.ts";
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
  ...backupCommands,
];
