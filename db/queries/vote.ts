import { and, asc, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { AgeBand } from "#app/domain/account/account.ts";
import { ageStructures } from "#db/schema/age-structure.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import type { Cycle } from "./ballot.ts";
import { editionIdAt } from "./edition-at.ts";

/** What the address of a neighbourhood calls it. */
export async function findSlug(db: Db, neighbourhoodId: string): Promise<string> {
  const [found] = await db
    .select({ slug: neighbourhoods.slug })
    .from(neighbourhoods)
    .where(eq(neighbourhoods.id, neighbourhoodId));
  if (found === undefined) throw new Error("A cycle stands in a neighbourhood that is not there.");
  return found.slug;
}

/** The cycle of a neighbourhood that runs, or the last that ran; null before the first. */
export async function findCurrentCycle(db: Db, neighbourhoodId: string): Promise<Cycle | null> {
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), ne(cycles.stage, "planned")))
    .orderBy(desc(cycles.number))
    .limit(1);
  return cycle ?? null;
}

/** The cycle of a neighbourhood that is planned next, or null. */
export async function findPlannedCycle(db: Db, neighbourhoodId: string): Promise<Cycle | null> {
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), eq(cycles.stage, "planned")))
    .orderBy(asc(cycles.number))
    .limit(1);
  return cycle ?? null;
}

export async function findCycleByNumber(
  db: Db,
  neighbourhoodId: string,
  number: number,
): Promise<Cycle | null> {
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), eq(cycles.number, number)));
  return cycle ?? null;
}

// The number of a candidate has two digits.
const mostCandidates = 99;

/** The candidates that were decided about, on the shortlist or left off, in the order of their numbers. */
export const listDecidedCandidates = (db: Db, cycleId: string) =>
  db
    .select()
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), isNotNull(candidates.isShortlisted)))
    .orderBy(asc(candidates.number))
    .limit(mostCandidates);

export type DecidedCandidate = Awaited<ReturnType<typeof listDecidedCandidates>>[number];

/** How many people of each age band live in a neighbourhood, where the structure in force says so. */
export const listAgeStructure = (
  db: Db,
  neighbourhoodId: string,
): Promise<{ ageBand: AgeBand; residents: number }[]> =>
  db
    .select({ ageBand: ageStructures.ageBand, residents: ageStructures.residents })
    .from(ageStructures)
    .where(
      and(
        eq(ageStructures.editionId, editionIdAt(db, "structure")),
        eq(ageStructures.neighbourhoodId, neighbourhoodId),
      ),
    );
