import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { placements } from "#db/schema/structure.ts";
import { people, postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More than the teams of a meeting's neighbourhoods have; only a bound.
const mostSurnames = 2_000;

/** The surnames of everybody who holds a post on a day in a team of these neighbourhoods, named in public or not. */
export async function surnamesOfTeams(
  db: Db,
  neighbourhoodIds: readonly string[],
  day: Day,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ surname: people.surname })
    .from(postDetails)
    .innerJoin(
      postHoldings,
      and(eq(postHoldings.editionId, postDetails.editionId), eq(postHoldings.postId, postDetails.postId)),
    )
    .innerJoin(people, eq(people.id, postHoldings.personId))
    .where(
      and(
        eq(postDetails.editionId, editionIdAt(db, "teams")),
        inArray(
          postDetails.teamId,
          db
            .select({ teamId: placements.teamId })
            .from(placements)
            .where(
              and(
                eq(placements.editionId, editionIdAt(db, "structure")),
                inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
              ),
            ),
        ),
        lte(postHoldings.heldFrom, day),
        or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, day)),
      ),
    )
    .orderBy(people.surname)
    .limit(mostSurnames);
  return rows.map(({ surname }) => surname);
}
