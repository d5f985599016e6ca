import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { plans } from "#db/schema/plan.ts";
import { practiceItems } from "#db/schema/practice.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

export type PracticeItem = typeof practiceItems.$inferSelect;
/** An entry, and where the priority it came of lies; null for one that came from elsewhere. */
export type PlacedPractice = PracticeItem & { neighbourhoodId: string | null; reference: string | null };

/** Adds an entry; null when its slug is taken. */
export async function insertPractice(
  tx: Db,
  values: typeof practiceItems.$inferInsert,
): Promise<PracticeItem | null> {
  const [added] = await tx
    .insert(practiceItems)
    .values(values)
    .onConflictDoNothing({ target: practiceItems.slug })
    .returning();
  return added ?? null;
}

/** Locks an entry, so that nobody else changes it before the transaction ends. */
export async function lockPractice(tx: Db, slug: string): Promise<PlacedPractice | null> {
  const [item] = await tx.select().from(practiceItems).where(eq(practiceItems.slug, slug)).for("update");
  return item === undefined ? null : placed(tx, item);
}

async function placed(db: Db, item: PracticeItem): Promise<PlacedPractice> {
  if (item.priorityId === null) return { ...item, neighbourhoodId: null, reference: null };
  const [priority] = await db
    .select({ neighbourhoodId: priorities.neighbourhoodId, reference: priorities.reference })
    .from(priorities)
    .where(eq(priorities.id, item.priorityId))
    .limit(1);
  return {
    ...item,
    neighbourhoodId: priority?.neighbourhoodId ?? null,
    reference: priority?.reference ?? null,
  };
}

/** Writes what changed of a locked entry; its version rises by one. */
export async function updatePractice(
  tx: Db,
  id: string,
  changes: Partial<Omit<PracticeItem, "id" | "slug" | "version">>,
): Promise<void> {
  await tx
    .update(practiceItems)
    .set({ ...changes, version: sql`${practiceItems.version} + 1` })
    .where(eq(practiceItems.id, id));
}

/** Whether a priority has an entry. Call it with the priority locked. */
export async function hasPractice(tx: Db, priorityId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: practiceItems.id })
    .from(practiceItems)
    .where(eq(practiceItems.priorityId, priorityId))
    .limit(1);
  return rows.length > 0;
}

const isIn = ({ isForce, neighbourhoodIds }: Scope): SQL | undefined =>
  isForce ? undefined : inArray(priorities.neighbourhoodId, [...neighbourhoodIds]);

/** What a writer sees: all that is published, what belongs to no neighbourhood, and drafts of their own. */
const isSeen = (scope: Scope) =>
  scope.isForce
    ? undefined
    : or(isNotNull(practiceItems.publishedAt), isNull(practiceItems.priorityId), isIn(scope));

/** The entries that a writer sees, drafts first, then the last changed. */
export const listPractice = (db: Db, scope: Scope, { limit, offset }: { limit: number; offset: number }) =>
  db
    .select({
      slug: practiceItems.slug,
      title: practiceItems.title,
      category: practiceItems.category,
      evaluatedBy: practiceItems.evaluatedBy,
      publishedAt: practiceItems.publishedAt,
    })
    .from(practiceItems)
    .leftJoin(priorities, eq(priorities.id, practiceItems.priorityId))
    .where(isSeen(scope))
    .orderBy(
      sql`${practiceItems.publishedAt} is not null`,
      desc(practiceItems.changedAt),
      asc(practiceItems.slug),
    )
    .limit(limit)
    .offset(offset);

/** One entry that a writer sees; null where they see none. */
export async function findPractice(db: Db, slug: string, scope: Scope): Promise<PlacedPractice | null> {
  const [found] = await db
    .select({
      item: practiceItems,
      neighbourhoodId: priorities.neighbourhoodId,
      reference: priorities.reference,
    })
    .from(practiceItems)
    .leftJoin(priorities, eq(priorities.id, practiceItems.priorityId))
    .where(and(eq(practiceItems.slug, slug), isSeen(scope)))
    .limit(1);
  if (found === undefined) return null;
  const { item, neighbourhoodId, reference } = found;
  return { ...item, neighbourhoodId, reference };
}

/** Closed plans that nobody has written up yet, the last closed first. */
export const closedWithoutPractice = (db: Db, scope: Scope, limit: number) =>
  db
    .select({ reference: priorities.reference, title: priorities.title, closedAt: plans.closedAt })
    .from(plans)
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(
      and(
        eq(plans.stage, "closed"),
        isNull(priorities.takenDownAt),
        ne(priorities.state, "proposed"),
        isIn(scope),
        notExists(
          db
            .select({ id: practiceItems.id })
            .from(practiceItems)
            .where(eq(practiceItems.priorityId, priorities.id)),
        ),
      ),
    )
    .orderBy(desc(plans.closedAt), asc(priorities.reference))
    .limit(limit);
