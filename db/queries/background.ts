import { and, eq, gt, sql } from "drizzle-orm";
import { backgroundTasks } from "#db/schema/background.ts";
import type { Db } from "#db/types.ts";

// The database's clock decides, because processes on several machines have several. Rounded to what a Date can hold:
// the end of a lease is also the name of who holds it.
const inMs = (ms: number) =>
  sql`date_trunc('milliseconds', now()) + make_interval(secs => ${ms / 1_000}::double precision)`;

export interface TaskTimes {
  name: string;
  /** How long after it was first heard of it runs for the first time. */
  firstAfterMs: number;
  leaseMs: number;
}

/**
 * Takes a task that is due and that nobody is at, in one statement, and gives the end of the lease; null when it is
 * not due, or somebody is at it whose lease has not ended.
 */
export async function takeTask(tx: Db, { name, firstAfterMs, leaseMs }: TaskTimes): Promise<Date | null> {
  const isFirst = firstAfterMs === 0;
  const [taken] = await tx
    .insert(backgroundTasks)
    .values({ name, nextRunAt: inMs(firstAfterMs), leaseUntil: isFirst ? inMs(leaseMs) : null })
    .onConflictDoUpdate({
      target: backgroundTasks.name,
      set: { leaseUntil: inMs(leaseMs) },
      setWhere: sql`${backgroundTasks.nextRunAt} <= now()
        and (${backgroundTasks.leaseUntil} is null or ${backgroundTasks.leaseUntil} <= now())`,
    })
    .returning({ leaseUntil: backgroundTasks.leaseUntil });
  return taken?.leaseUntil ?? null;
}

const heldBy = (name: string, lease: Date) =>
  and(eq(backgroundTasks.name, name), eq(backgroundTasks.leaseUntil, lease));

/** Holds a task for longer and gives the new end; null when the lease had ended, and somebody else may be at it. */
export async function renewTask(
  tx: Db,
  { name, leaseMs }: Pick<TaskTimes, "name" | "leaseMs">,
  lease: Date,
): Promise<Date | null> {
  const [renewed] = await tx
    .update(backgroundTasks)
    .set({ leaseUntil: inMs(leaseMs) })
    .where(and(heldBy(name, lease), gt(backgroundTasks.leaseUntil, sql`now()`)))
    .returning({ leaseUntil: backgroundTasks.leaseUntil });
  return renewed?.leaseUntil ?? null;
}

/** Gives a task back: done, failed (`error` says how, without personal data) or, with no next time, interrupted. */
export async function giveTaskBack(
  tx: Db,
  name: string,
  lease: Date,
  { error, againInMs }: { error: string | null; againInMs: number | null },
): Promise<void> {
  await tx
    .update(backgroundTasks)
    .set({
      leaseUntil: null,
      lastError: error,
      ...(againInMs === null ? {} : { nextRunAt: inMs(againInMs) }),
      ...(againInMs === null || error !== null ? {} : { lastFinishedAt: sql`now()` }),
    })
    .where(heldBy(name, lease));
}
