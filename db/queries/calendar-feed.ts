import { and, eq } from "drizzle-orm";
import type { AccountKind } from "#app/domain/account/account.ts";
import { accounts } from "#db/schema/account.ts";
import { calendarFeeds } from "#db/schema/calendar.ts";
import type { Db } from "#db/types.ts";

export interface CalendarFeed {
  id: string;
  madeAt: Date;
}

/** An account's own calendar, or null where it has none. */
export async function findCalendarOf(db: Db, accountId: string): Promise<CalendarFeed | null> {
  const [feed] = await db
    .select({ id: calendarFeeds.id, madeAt: calendarFeeds.madeAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.accountId, accountId))
    .limit(1);
  return feed ?? null;
}

/** Gives an account a calendar under a new id; the one it had is gone. */
export async function putCalendar(tx: Db, accountId: string, feed: CalendarFeed): Promise<void> {
  await tx
    .insert(calendarFeeds)
    .values({ accountId, ...feed })
    .onConflictDoUpdate({ target: calendarFeeds.accountId, set: feed });
}

/** Takes an account's calendar away; false where it had none. */
export async function removeCalendarOf(tx: Db, accountId: string): Promise<boolean> {
  const removed = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.accountId, accountId))
    .returning({ id: calendarFeeds.id });
  return removed.length > 0;
}

/** Whose calendar it is, as long as their account is open. Call it as the platform. */
export async function findOwnerOfCalendar(
  db: Db,
  id: string,
): Promise<{ accountId: string; kind: AccountKind } | null> {
  const [owner] = await db
    .select({ accountId: accounts.id, kind: accounts.kind })
    .from(calendarFeeds)
    .innerJoin(accounts, and(eq(accounts.id, calendarFeeds.accountId), eq(accounts.status, "active")))
    .where(eq(calendarFeeds.id, id))
    .limit(1);
  return owner ?? null;
}
