import { and, eq, inArray, sql } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import { abstractionMonths } from "#db/schema/abstraction.ts";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { placements, teams } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More neighbourhoods than any force has; only bounds.
const mostPlaces = 5_000;

/** Teams by id with the neighbourhoods that each has in the structure in force, by name. */
export const listTeamPlaces = (db: Db, teamIds: readonly string[]) =>
  db
    .select({
      teamId: teams.id,
      team: sql<string>`coalesce(${placements.teamName}, ${teams.name})`,
      neighbourhoodId: placements.neighbourhoodId,
      name: sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`,
    })
    .from(teams)
    .leftJoin(
      placements,
      and(eq(placements.teamId, teams.id), eq(placements.editionId, editionIdAt(db, "structure"))),
    )
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, placements.neighbourhoodId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.neighbourhoodId, placements.neighbourhoodId),
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
      ),
    )
    .where(inArray(teams.id, [...teamIds]))
    .orderBy(sql`2`, sql`4`)
    .limit(mostPlaces);

/** Time of neighbourhoods in a month, summed, in shares. */
export interface MonthTotals {
  duty: number;
  unavailable: number;
  abstractedA: number;
  abstractedB: number;
  lent: number;
  duties: number;
  confirmed: number;
}

/** The kept figures of neighbourhoods in a month, summed, by one version of the definition. No special constables. */
export async function readMonthTotals(
  db: Db,
  neighbourhoodIds: readonly string[],
  { month, version }: { month: Month; version: number },
): Promise<MonthTotals> {
  // why: a sum of bigint is numeric, which the drivers hand over as text; a month of a team is far below 2^53.
  const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::float8`.mapWith(Number);
  const [totals] = await db
    .select({
      duty: sum(abstractionMonths.duty),
      unavailable: sum(abstractionMonths.unavailable),
      abstractedA: sum(abstractionMonths.abstractedA),
      abstractedB: sum(abstractionMonths.abstractedB),
      lent: sum(abstractionMonths.lent),
      duties: sum(abstractionMonths.duties),
      confirmed: sum(abstractionMonths.confirmed),
    })
    .from(abstractionMonths)
    .where(
      and(
        inArray(abstractionMonths.neighbourhoodId, [...neighbourhoodIds]),
        eq(abstractionMonths.month, month),
        eq(abstractionMonths.version, version),
        eq(abstractionMonths.isSpecial, false),
      ),
    );
  return (
    totals ?? { duty: 0, unavailable: 0, abstractedA: 0, abstractedB: 0, lent: 0, duties: 0, confirmed: 0 }
  );
}
