import { and, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { spanOfMonth, type Month } from "#app/domain/abstraction/month.ts";
import type { Scope } from "#app/domain/actor.ts";
import { abstractionImprovements } from "#db/schema/abstraction-improvement.ts";
import { abstractionDefinitions } from "#db/schema/abstraction.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** The definition that a month is worked out with, as a board reads it. */
export interface ReportedDefinition {
  version: number;
  words: string;
  effectiveFrom: string;
  agreedBy: string[];
}

export async function definitionOf(db: Db, month: Month): Promise<ReportedDefinition | null> {
  const [found] = await db
    .select({
      version: abstractionDefinitions.version,
      words: abstractionDefinitions.words,
      effectiveFrom: abstractionDefinitions.effectiveFrom,
      agreedBy: abstractionDefinitions.agreedBy,
    })
    .from(abstractionDefinitions)
    .where(lte(abstractionDefinitions.effectiveFrom, month))
    .orderBy(desc(abstractionDefinitions.effectiveFrom))
    .limit(1);
  return found ?? null;
}

/** An improvement that a month's report names. */
export interface ReportedImprovement {
  id: string;
  team: string;
  state: ImprovementState;
  openedFor: Month;
  rootCause: string;
  target: string;
}

// More teams than any force has; only a bound.
const mostImprovements = 1_000;

/**
 * The improvements that had begun by the end of a month and were not closed before it, of the teams in a reader's area,
 * the longest first; without those that came to nothing, within the target after a month. Call it as staff.
 */
export async function improvementsIn(
  db: Db,
  { isForce, neighbourhoodIds }: Scope,
  month: Month,
): Promise<ReportedImprovement[]> {
  const name = sql<string>`min(${placements.teamName})`;
  return db
    .select({
      id: abstractionImprovements.id,
      team: name,
      state: abstractionImprovements.state,
      openedFor: abstractionImprovements.openedFor,
      rootCause: abstractionImprovements.rootCause,
      target: abstractionImprovements.target,
    })
    .from(abstractionImprovements)
    .innerJoin(
      placements,
      and(
        eq(placements.teamId, abstractionImprovements.teamId),
        eq(placements.editionId, editionIdAt(db, "structure")),
        isForce ? undefined : inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
      ),
    )
    .where(
      and(
        ne(abstractionImprovements.state, "within"),
        lte(abstractionImprovements.openedFor, month),
        ne(abstractionImprovements.state, "within"),
        or(
          isNull(abstractionImprovements.closedAt),
          gte(abstractionImprovements.closedAt, spanOfMonth(month).to),
        ),
      ),
    )
    .groupBy(abstractionImprovements.id)
    .orderBy(abstractionImprovements.openedFor, name)
    .limit(mostImprovements);
}
