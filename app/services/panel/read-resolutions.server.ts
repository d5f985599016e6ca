import { platform } from "#app/domain/actor.ts";
import { resolutionsOfCycle } from "#db/queries/public-resolution.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/**
 * What a cycle's panel resolved, for everybody. The platform reads it, because who declared an interest is hidden from
 * visitors and how many did is not.
 */
export const readResolutions = ({ db }: { db: Db }, requestId: string | null, cycleId: string) =>
  withActor(db, platform(requestId), (tx) => resolutionsOfCycle(tx, cycleId));
