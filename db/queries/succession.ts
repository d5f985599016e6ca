import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { neighbourhoods, successions } from "#db/schema/neighbourhood.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// More than any neighbourhood was split into or had; only bounds.
const mostSuccessors = 50;
const mostCarried = 100;

/** What became of a neighbourhood when boundaries changed. */
export interface Succeeded {
  /** As the last boundaries that knew it named it. */
  name: string;
  toIds: string[];
  carried: { reference: string; title: string; state: PriorityState }[];
}

/** Where a neighbourhood went, by its slug, and which of its priorities went along; null where it went nowhere. */
export async function successorsOf(db: Db, slug: string): Promise<Succeeded | null> {
  const [from] = await db
    .select({
      id: neighbourhoods.id,
      code: neighbourhoods.code,
      name: sql<string | null>`(select b.name from boundaries b join editions e on e.id = b.edition_id
        where b.neighbourhood_id = ${neighbourhoods.id} order by e.created_at desc limit 1)`,
    })
    .from(neighbourhoods)
    .where(eq(neighbourhoods.slug, slug))
    .limit(1);
  if (from === undefined) return null;
  const to = await db
    .selectDistinct({ id: successions.toId })
    .from(successions)
    .where(and(eq(successions.fromId, from.id), ne(successions.toId, from.id)))
    .limit(mostSuccessors);
  if (to.length === 0) return null;
  const carried = await db
    .select({ reference: priorities.reference, title: priorities.title, state: priorities.state })
    .from(priorities)
    .where(
      and(
        eq(priorities.chosenInId, from.id),
        isNull(priorities.takenDownAt),
        ne(priorities.state, "proposed"),
      ),
    )
    .orderBy(desc(priorities.adoptedOn))
    .limit(mostCarried);
  return { name: from.name ?? from.code, toIds: to.map(({ id }) => id), carried };
}
