import { platform } from "#app/domain/actor.ts";
import { renewAreasOfGroups } from "#db/queries/tasking-group-area.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Brings the neighbourhoods of every group into line with the structure in force; how many came or went. */
export const renewGroupAreas = ({ db }: { db: Db }): Promise<number> =>
  withActor(db, platform(), (tx) => renewAreasOfGroups(tx, null));
