import { and, desc, eq, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { practiceItems } from "#db/schema/practice.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

const isPublished = isNotNull(practiceItems.publishedAt);

/** What a list of entries shows; nothing of who wrote them leaves the database. */
const listed = {
  slug: practiceItems.slug,
  category: practiceItems.category,
  title: practiceItems.title,
  problem: practiceItems.problem,
  evaluatedBy: practiceItems.evaluatedBy,
  year: practiceItems.year,
};

// A letter too many or too few in a word of six still finds it; unlike words do not.
const leastAlike = "0.5";
const words = sql`practice_words(practice_items.*)`;

const score = (terms: readonly string[]): SQL =>
  terms.length === 0
    ? sql`0::real`
    : sql`(${sql.join(
        terms.map((term) => sql`word_similarity(${term}, ${words})`),
        sql` + `,
      )})`;

/**
 * Published entries about a kind of problem and with all of these words, the likest first, then the newest. Call it in
 * a transaction, whose threshold of likeness it sets.
 */
export async function searchPractice(
  tx: Db,
  { terms, category }: { terms: readonly string[]; category: ConcernCategory | null },
  { limit, offset }: { limit: number; offset: number },
) {
  await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${leastAlike}, true)`);
  return tx
    .select(listed)
    .from(practiceItems)
    .where(
      and(
        isPublished,
        category === null ? undefined : eq(practiceItems.category, category),
        ...terms.map((term) => sql`${term} <% ${words}`),
      ),
    )
    .orderBy(desc(score(terms)), desc(practiceItems.year), practiceItems.slug)
    .limit(limit)
    .offset(offset);
}

/** Published entries about a kind of problem, those that were evaluated first: what the next team may learn from. */
export const practiceFor = (db: Db, category: ConcernCategory, limit: number) =>
  db
    .select(listed)
    .from(practiceItems)
    .where(and(isPublished, eq(practiceItems.category, category)))
    .orderBy(sql`${practiceItems.evaluatedBy} is null`, desc(practiceItems.year), practiceItems.slug)
    .limit(limit);

/** A published entry as everybody may read it, and its priority where that has a page; null where there is none. */
export async function findPublishedPractice(db: Db, slug: string) {
  const [found] = await db
    .select({
      ...listed,
      response: practiceItems.response,
      outcome: practiceItems.outcome,
      isTransferable: practiceItems.isTransferable,
      transferNote: practiceItems.transferNote,
      contactRole: practiceItems.contactRole,
      isFromElsewhere: sql<boolean>`${practiceItems.priorityId} is null`,
      priority: priorities.reference,
    })
    .from(practiceItems)
    .leftJoin(
      priorities,
      and(
        eq(priorities.id, practiceItems.priorityId),
        isNull(priorities.takenDownAt),
        ne(priorities.state, "proposed"),
      ),
    )
    .where(and(eq(practiceItems.slug, slug), isPublished))
    .limit(1);
  return found ?? null;
}
