import { and, asc, count, eq, gt, lt, lte, max, ne, not, or, sql } from "drizzle-orm";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycleEvents, cycleExtensions, cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { isGone } from "./is-gone.ts";

export type Cycle = typeof cycles.$inferSelect;
export type NewCycle = typeof cycles.$inferInsert;

/** A cycle, held until the transaction ends: everybody who changes one, its candidates or its vote takes it first. Ballots refer to it meanwhile. */
export async function lockCycle(tx: Db, id: string): Promise<Cycle | null> {
  const [cycle] = await tx.select().from(cycles).where(eq(cycles.id, id)).for("no key update");
  return cycle ?? null;
}

/** Plans a cycle and gives its id; null where its number is taken, because somebody else planned it. */
export async function insertCycle(tx: Db, values: NewCycle): Promise<string | null> {
  const [row] = await tx
    .insert(cycles)
    .values(values)
    .onConflictDoNothing({ target: [cycles.neighbourhoodId, cycles.number] })
    .returning({ id: cycles.id });
  return row?.id ?? null;
}

export async function updateCycle(tx: Db, id: string, values: Partial<NewCycle>): Promise<void> {
  await tx
    .update(cycles)
    .set({ ...values, version: sql`${cycles.version} + 1` })
    .where(eq(cycles.id, id));
}

export async function insertCycleEvents(
  tx: Db,
  events: readonly (typeof cycleEvents.$inferInsert)[],
): Promise<void> {
  if (events.length > 0) await tx.insert(cycleEvents).values([...events]);
}

export async function insertCycleExtension(
  tx: Db,
  extension: typeof cycleExtensions.$inferInsert,
): Promise<void> {
  await tx.insert(cycleExtensions).values(extension);
}

// A stage is extended by 28 days at most, a day at a time at the least.
const mostExtensions = 250;

/** The extensions of a cycle, the earliest first. */
export const listExtensions = (db: Db, cycleId: string) =>
  db
    .select()
    .from(cycleExtensions)
    .where(eq(cycleExtensions.cycleId, cycleId))
    .orderBy(asc(cycleExtensions.at))
    .limit(mostExtensions);

const hasStage = (stage: CycleStage) => eq(cycles.stage, stage);

/** The cycles whose stage may be over by a day, in order of their ids; what a pause holds back is among them. */
export async function listCyclesToMove(
  db: Db,
  today: Day,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: cycles.id })
    .from(cycles)
    .where(
      and(
        ne(cycles.stage, "closed"),
        afterId === null ? undefined : gt(cycles.id, afterId),
        or(
          and(hasStage("planned"), lte(cycles.startsOn, today)),
          and(hasStage("raising"), lt(cycles.raisingEndsOn, today)),
          and(hasStage("research"), lt(cycles.researchEndsOn, today)),
          and(hasStage("shortlisting"), lt(cycles.shortlistingEndsOn, today)),
          and(hasStage("voting"), lt(cycles.votingEndsOn, today)),
          and(hasStage("panel"), lt(cycles.panelEndsOn, today)),
          and(hasStage("live"), lt(cycles.liveEndsOn, today)),
          and(hasStage("reviewing"), lt(cycles.reviewingEndsOn, today)),
        ),
      ),
    )
    .orderBy(asc(cycles.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Neighbourhoods of the structure in force that have no cycle under way or planned, and the number of their last. */
export const listWithoutCycle = (db: Db, limit: number) =>
  db
    .select({ neighbourhoodId: placements.neighbourhoodId, lastNumber: max(cycles.number) })
    .from(placements)
    .leftJoin(cycles, eq(cycles.neighbourhoodId, placements.neighbourhoodId))
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        // The structure is loaded after the boundaries: until then it names those that are gone.
        not(isGone(db, placements.neighbourhoodId)),
      ),
    )
    .groupBy(placements.neighbourhoodId)
    .having(sql`count(*) filter (where ${cycles.stage} <> 'closed') = 0`)
    .orderBy(asc(placements.neighbourhoodId))
    .limit(limit);

export async function countShortlisted(db: Db, cycleId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.isShortlisted, true)));
  return row?.count ?? 0;
}

/** The cycles that have not closed, held: for what moves them all. */
export const lockOpenCycles = (tx: Db, limit: number): Promise<Cycle[]> =>
  tx
    .select()
    .from(cycles)
    .where(ne(cycles.stage, "closed"))
    .orderBy(asc(cycles.id))
    .limit(limit)
    .for("no key update");

/** Gives held cycles other dates, in one statement. */
export async function retimeCycles(tx: Db, rows: readonly Cycle[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(cycles)
    .values([...rows])
    .onConflictDoUpdate({
      target: cycles.id,
      set: {
        votingEndsOn: sql`excluded.voting_ends_on`,
        panelEndsOn: sql`excluded.panel_ends_on`,
        liveEndsOn: sql`excluded.live_ends_on`,
        reviewingEndsOn: sql`excluded.reviewing_ends_on`,
        changedAt: sql`excluded.changed_at`,
        version: sql`${cycles.version} + 1`,
      },
    });
}

/** How a neighbourhood is named and addressed now; `isInForce` is false once the structure or the boundaries leave it out. */
export interface CyclePlace {
  slug: string;
  name: string;
  isInForce: boolean;
}

const placeName = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;

export async function placeOfCycle(db: Db, neighbourhoodId: string): Promise<CyclePlace> {
  const [row] = await db
    .select({
      slug: neighbourhoods.slug,
      name: placeName,
      isInForce: sql<boolean>`${placements.neighbourhoodId} is not null and not ${isGone(db, neighbourhoods.id)}`,
    })
    .from(neighbourhoods)
    .leftJoin(
      placements,
      and(
        eq(placements.neighbourhoodId, neighbourhoods.id),
        eq(placements.editionId, editionIdAt(db, "structure")),
      ),
    )
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.neighbourhoodId, neighbourhoods.id),
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
      ),
    )
    .where(eq(neighbourhoods.id, neighbourhoodId))
    .limit(1);
  if (row === undefined) throw new Error("A cycle is of a neighbourhood that is not there.");
  return row;
}
