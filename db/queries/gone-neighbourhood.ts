import { and, asc, desc, eq, exists, gt, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Succession } from "#app/domain/neighbourhood/heirs.ts";
import type { Day } from "#app/domain/team/day.ts";
import { appointments, residentConnections } from "#db/schema/account.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { concerns } from "#db/schema/concern.ts";
import { cycles } from "#db/schema/cycle.ts";
import { editions } from "#db/schema/edition.ts";
import { neighbourhoods, successions } from "#db/schema/neighbourhood.ts";
import { priorities } from "#db/schema/priority.ts";
import { threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";
import { isSeat } from "./carry-members.ts";
import { isOpenConcern } from "./carry-over.ts";
import { editionIdAt } from "./edition-at.ts";
import { isGone } from "./is-gone.ts";

/** A neighbourhood as lines name it. */
export interface NamedPlace {
  id: string;
  slug: string;
  name: string;
}

// Beyond the restructures of any force; only bounds.
const mostSuccessions = 20_000;

/** All successions there were; those of equal shares by code. */
export const listSuccessions = (db: Db): Promise<Succession[]> =>
  db
    .select({
      fromId: successions.fromId,
      toId: successions.toId,
      share: successions.share,
      at: successions.at,
    })
    .from(successions)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, successions.toId))
    .orderBy(desc(successions.at), asc(neighbourhoods.code))
    .limit(mostSuccessions);

/** The neighbourhoods of the boundaries in force. */
export const listPlacesInForce = (db: Db): Promise<NamedPlace[]> =>
  db
    .select({ id: neighbourhoods.id, slug: neighbourhoods.slug, name: boundaries.name })
    .from(boundaries)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, boundaries.neighbourhoodId))
    .where(eq(boundaries.editionId, editionIdAt(db, "boundaries")))
    .limit(mostSuccessions);

/** As the last boundaries that knew a neighbourhood named it. */
const lastName = (db: Db) =>
  sql<string>`coalesce((${db
    .select({ name: boundaries.name })
    .from(boundaries)
    .innerJoin(editions, eq(editions.id, boundaries.editionId))
    .where(eq(boundaries.neighbourhoodId, neighbourhoods.id))
    .orderBy(desc(editions.createdAt))
    .limit(1)}), ${neighbourhoods.code})`;

/** A neighbourhood that is gone, by the address that it had. */
export async function findGone(db: Db, slug: string): Promise<NamedPlace | null> {
  const [gone] = await db
    .select({ id: neighbourhoods.id, slug: neighbourhoods.slug, name: lastName(db) })
    .from(neighbourhoods)
    .where(and(eq(neighbourhoods.slug, slug), isGone(db, neighbourhoods.id)))
    .limit(1);
  return gone ?? null;
}

/** Neighbourhoods that were succeeded, are not in force and still have something open, in order of their ids. */
export const listGoneWithWork = (
  db: Db,
  today: Day,
  afterId: string | null,
  limit: number,
): Promise<NamedPlace[]> => {
  const of = neighbourhoods.id;
  return db
    .select({
      id: of,
      slug: neighbourhoods.slug,
      name: lastName(db),
    })
    .from(neighbourhoods)
    .where(
      and(
        afterId === null ? undefined : gt(of, afterId),
        isGone(db, of),
        or(
          hasAny(db, cycles, and(eq(cycles.neighbourhoodId, of), ne(cycles.stage, "closed"))),
          hasAny(db, priorities, and(eq(priorities.neighbourhoodId, of), isNotNull(priorities.slot))),
          hasAny(db, concerns, and(eq(concerns.neighbourhoodId, of), isOpenConcern)),
          hasAny(db, threads, and(eq(threads.neighbourhoodId, of), ne(threads.state, "closed"))),
          hasAny(db, residentConnections, eq(residentConnections.neighbourhoodId, of)),
          hasAny(db, appointments, and(eq(appointments.areaId, of), isSeat(today))),
        ),
      ),
    )
    .orderBy(asc(of))
    .limit(limit);
};

const hasAny = (
  db: Db,
  table:
    | typeof cycles
    | typeof priorities
    | typeof concerns
    | typeof threads
    | typeof residentConnections
    | typeof appointments,
  where: ReturnType<typeof and>,
) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(table)
      .where(where),
  );
