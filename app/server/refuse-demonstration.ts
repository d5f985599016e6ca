import { SettingsError } from "#app/env.server.ts";
import { findForce } from "#db/queries/force.ts";
import type { Db } from "#db/types.ts";

/** A real force never serves invented people: throws `SettingsError` for a database that holds the demonstration. */
export async function refuseDemonstration(db: Db): Promise<void> {
  const force = await findForce(db);
  if (force?.isDemonstration === true) {
    throw new SettingsError(
      `This database holds the demonstration (${force.name}), and DEMO is off.\n` +
        "Use an empty database for a real force, or set DEMO=on to look at the demonstration.",
    );
  }
}
