import { and, asc, count, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { accounts } from "#db/schema/account.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// More steps than any priority takes; only bounds.
const mostEvents = 500;

/** The steps of a priority, oldest first, with who took them. Call it as staff. */
export const historyOf = (db: Db, priorityId: string) =>
  db
    .select({
      id: priorityEvents.id,
      at: priorityEvents.at,
      line: priorityEvents.line,
      by: accounts.name,
    })
    .from(priorityEvents)
    .leftJoin(accounts, eq(accounts.id, priorityEvents.actorId))
    .where(eq(priorityEvents.priorityId, priorityId))
    .orderBy(asc(priorityEvents.at), asc(priorityEvents.id))
    .limit(mostEvents);

const inScope = ({ isForce, neighbourhoodIds }: Scope): SQL | undefined =>
  isForce ? undefined : inArray(priorities.neighbourhoodId, [...neighbourhoodIds]);

async function countWhere(db: Db, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(priorities).where(where);
  return row?.waiting ?? 0;
}

/** How many priorities of a scope wait for the inspector's answer. */
export const countToAccept = (db: Db, scope: Scope): Promise<number> =>
  countWhere(db, and(inScope(scope), eq(priorities.state, "adopted")));

/** How many refusals of a scope wait for the BCU commander's review. */
export const countToReview = (db: Db, scope: Scope): Promise<number> =>
  countWhere(
    db,
    and(inScope(scope), eq(priorities.state, "declined-by-force"), isNull(priorities.reviewedAt)),
  );
