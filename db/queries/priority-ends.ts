import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { PlaceEnds } from "#app/domain/priority/ends.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// One for each neighbourhood of the largest force there could be; only a bound.
const mostPlaces = 5_000;

/** How the priorities of a scope ended since a moment, by neighbourhood; null since ever. */
export const endsByPlace = (
  db: Db,
  { isForce, neighbourhoodIds }: Pick<Scope, "isForce" | "neighbourhoodIds">,
  since: Date | null,
): Promise<PlaceEnds[]> =>
  db
    .select({
      slug: neighbourhoods.slug,
      signedOff: sql<number>`count(*) filter (where ${priorities.state} = 'signed-off')::int`,
      withoutSignOff: sql<number>`count(*) filter (where ${priorities.state} = 'closed-without-signoff')::int`,
    })
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .where(
      and(
        inArray(priorities.state, ["signed-off", "closed-without-signoff"]),
        isForce ? undefined : inArray(priorities.neighbourhoodId, [...neighbourhoodIds]),
        since === null ? undefined : gte(priorities.endedAt, since),
      ),
    )
    .groupBy(neighbourhoods.slug)
    .orderBy(neighbourhoods.slug)
    .limit(mostPlaces);
