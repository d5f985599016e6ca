import { and, asc, count, desc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** The last day of the stage that a cycle is in; of one that is planned, its first. */
const endsOn = sql<Day>`(case ${cycles.stage}
  when 'planned' then ${cycles.startsOn}
  when 'raising' then ${cycles.raisingEndsOn}
  when 'research' then ${cycles.researchEndsOn}
  when 'shortlisting' then ${cycles.shortlistingEndsOn}
  when 'voting' then ${cycles.votingEndsOn}
  when 'panel' then ${cycles.panelEndsOn}
  when 'live' then ${cycles.liveEndsOn}
  else ${cycles.reviewingEndsOn} end)::text`;

const name = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;

const inScope = ({ isForce, neighbourhoodIds }: Scope) =>
  isForce ? undefined : inArray(cycles.neighbourhoodId, [...neighbourhoodIds]);

/** A place in the list of cycles. */
export interface CyclePosition {
  endsOn: Day;
  id: string;
}

/** The cycles of an area that have not closed, those first whose stage ends first. */
export const listCycles = (db: Db, scope: Scope, after: CyclePosition | null, limit: number) =>
  db
    .select({
      id: cycles.id,
      number: cycles.number,
      stage: cycles.stage,
      endsOn,
      name,
      candidates: count(candidates.id),
      shortlisted: sql<number>`(count(*) filter (where ${candidates.isShortlisted}))::int`,
    })
    .from(cycles)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.neighbourhoodId, cycles.neighbourhoodId),
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
      ),
    )
    .leftJoin(candidates, eq(candidates.cycleId, cycles.id))
    .where(
      and(
        ne(cycles.stage, "closed"),
        inScope(scope),
        after === null
          ? undefined
          : or(gt(endsOn, after.endsOn), and(eq(endsOn, after.endsOn), gt(cycles.id, after.id))),
      ),
    )
    .groupBy(cycles.id, neighbourhoods.id, boundaries.name)
    .orderBy(asc(endsOn), asc(cycles.id))
    .limit(limit);

// What an address says need not be an id.
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A cycle of an area; null for one of elsewhere. */
export async function findCycle(db: Db, scope: Scope, id: string) {
  if (!uuid.test(id)) return null;
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.id, id), inScope(scope)))
    .limit(1);
  return cycle ?? null;
}

/** What happened in a cycle, the latest first. */
export const listCycleEvents = (db: Db, cycleId: string, limit: number) =>
  db
    .select({ id: cycleEvents.id, at: cycleEvents.at, line: cycleEvents.line })
    .from(cycleEvents)
    .where(eq(cycleEvents.cycleId, cycleId))
    .orderBy(desc(cycleEvents.at))
    .limit(limit);
