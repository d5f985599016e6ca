import { platform } from "#app/domain/actor.ts";
import { resolutionOfCycle, type PublicResolution } from "#db/queries/panel-public.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/**
 * What a cycle's panel decided, for everybody; null before it did. The platform reads it, because who declared an
 * interest is hidden from visitors and how many did is not.
 */
export const readDecision = (
  { db }: { db: Db },
  requestId: string | null,
  cycleId: string,
): Promise<PublicResolution | null> =>
  withActor(db, platform(requestId), (tx) => resolutionOfCycle(tx, cycleId));
