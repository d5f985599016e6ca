import { and, eq, isNotNull, notLike } from "drizzle-orm";
import { isEmpty } from "#db/queries/backup.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { editions } from "#db/schema/edition.ts";
import type { Db } from "#db/types.ts";
import { isInvented } from "./filling.ts";

const freshForDays = 7;

/**
 * `empty`: nothing was ever loaded; `stale`: a demonstration filled more than seven days ago into which nothing else
 * was loaded and in which nobody did more than look (to begin and end sessions is to look); `in use`: anything else,
 * never to be overwritten.
 */
export async function demonstrationState(db: Db, now: Date): Promise<"empty" | "stale" | "in use"> {
  if (await isEmpty(db)) return "empty";
  if (!(await isInvented(db))) return "in use";
  const own = await db
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.isIllustrative, false))
    .limit(1);
  const done = await db
    .select({ number: auditEvents.number })
    .from(auditEvents)
    .where(and(isNotNull(auditEvents.actorId), notLike(auditEvents.action, "session.%")))
    .limit(1);
  const [first] = await db.select({ createdAt: editions.createdAt }).from(editions).limit(1);
  if (own.length > 0 || done.length > 0 || first === undefined) return "in use";
  return now.getTime() - first.createdAt.getTime() > freshForDays * 86_400_000 ? "stale" : "in use";
}
