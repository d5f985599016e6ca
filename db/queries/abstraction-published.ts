import { and, asc, eq, gte, inArray, lte, sql, type SQL } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { Frozen } from "#app/domain/abstraction/shown-figure.ts";
import { abstractionPublished } from "#db/schema/abstraction-published.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { bcus } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionAtEnd } from "./edition-at-end.ts";

/** From the first month of which a figure is wanted to the last. */
export interface Months {
  from: Month;
  to: Month;
}

/** The figure of the force (no BCU) or of a BCU. */
export type AreaFigure = Frozen & {
  bcu: { code: string; name: string } | null;
  /** How many the BCU had when the month ended. */
  neighbourhoods: number;
};
/** The figure of a neighbourhood, in force or gone. */
export type PlaceFigure = Frozen & { slug: string; code: string };

// Three years of quarters of twice as many neighbourhoods as any force has, each restated now and then; only bounds.
const mostRows = 10_000;

const columns = {
  startsOn: abstractionPublished.startsOn,
  publishedAt: abstractionPublished.publishedAt,
  version: abstractionPublished.version,
  posts: abstractionPublished.posts,
  restatement: abstractionPublished.restatement,
  established: abstractionPublished.established,
  duty: abstractionPublished.duty,
  abstractedA: abstractionPublished.abstractedA,
  abstractedB: abstractionPublished.abstractedB,
  exempt: abstractionPublished.exempt,
  lent: abstractionPublished.lent,
  duties: abstractionPublished.duties,
  confirmed: abstractionPublished.confirmed,
};

const within = ({ from, to }: Months): SQL | undefined =>
  and(gte(abstractionPublished.startsOn, from), lte(abstractionPublished.startsOn, to));

const monthEnd = sql`(${abstractionPublished.startsOn} + interval '1 month') at time zone 'Europe/London'`;
const neighbourhoodsOfBcu = sql<number>`(
  select count(*)::int from placements p
  where p.bcu_id = ${abstractionPublished.scopeId} and p.edition_id = ${editionAtEnd("structure", monthEnd)})`;

/** What was published of the force and its BCUs by month: the force first, each in order of time and revision. */
export async function publishedOfAreas(db: Db, months: Months): Promise<AreaFigure[]> {
  const rows = await db
    .select({ ...columns, code: bcus.code, name: bcus.name, neighbourhoods: neighbourhoodsOfBcu })
    .from(abstractionPublished)
    .leftJoin(bcus, eq(bcus.id, abstractionPublished.scopeId))
    .where(and(inArray(abstractionPublished.scope, ["force", "bcu"]), within(months)))
    .orderBy(
      asc(abstractionPublished.scope),
      asc(bcus.name),
      asc(abstractionPublished.startsOn),
      asc(abstractionPublished.revision),
    )
    .limit(mostRows);
  return rows.map(({ code, name, ...row }) => ({
    ...row,
    bcu: code === null || name === null ? null : { code, name },
  }));
}

/** What was published of neighbourhoods by quarter, or of one of them, each in order of time and revision. */
export const publishedOfPlaces = (db: Db, months: Months, slug: string | null): Promise<PlaceFigure[]> =>
  db
    .select({ ...columns, slug: neighbourhoods.slug, code: neighbourhoods.code })
    .from(abstractionPublished)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, abstractionPublished.scopeId))
    .where(
      and(
        eq(abstractionPublished.scope, "neighbourhood"),
        within(months),
        slug === null ? undefined : eq(neighbourhoods.slug, slug),
      ),
    )
    .orderBy(asc(neighbourhoods.code), asc(abstractionPublished.startsOn), asc(abstractionPublished.revision))
    .limit(mostRows);

/** What was published of one neighbourhood by quarter, in order of time and revision. */
export const publishedOfPlace = (db: Db, neighbourhoodId: string, months: Months): Promise<Frozen[]> =>
  db
    .select(columns)
    .from(abstractionPublished)
    .where(
      and(
        eq(abstractionPublished.scope, "neighbourhood"),
        eq(abstractionPublished.scopeKey, neighbourhoodId),
        within(months),
      ),
    )
    .orderBy(asc(abstractionPublished.startsOn), asc(abstractionPublished.revision))
    .limit(mostRows);
