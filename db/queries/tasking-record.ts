import { and, asc, eq, sql } from "drizzle-orm";
import type { CarriedOutcome } from "#app/domain/tasking/action.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingCarried, taskingEntries } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import type { TaskingEntry } from "./tasking-entry.ts";

// Call each of these for somebody who reads the meeting.

// More than any force works with; only a bound.
const mostAgencies = 500;

/** What a meeting found of an action that was carried to it; null where it was not. */
export async function findCarried(
  tx: Db,
  meetingId: string,
  actionId: string,
): Promise<{ outcome: CarriedOutcome | null } | null> {
  const [found] = await tx
    .select({ outcome: taskingCarried.outcome })
    .from(taskingCarried)
    .where(and(eq(taskingCarried.meetingId, meetingId), eq(taskingCarried.actionId, actionId)))
    .limit(1);
  return found ?? null;
}

export async function writeCarried(
  tx: Db,
  { meetingId, actionId }: { meetingId: string; actionId: string },
  found: { outcome: CarriedOutcome; note: string | null; by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(taskingCarried)
    .set(found)
    .where(and(eq(taskingCarried.meetingId, meetingId), eq(taskingCarried.actionId, actionId)));
}

/** An entry by its number, and the number of the one that took its place already. */
export async function findEntry(
  db: Db,
  meetingId: string,
  number: number,
): Promise<{ entry: TaskingEntry; replacedBy: number | null } | null> {
  const isAsked = eq(taskingEntries.number, number);
  const found = await db
    .select()
    .from(taskingEntries)
    .where(
      and(
        eq(taskingEntries.meetingId, meetingId),
        sql`(${isAsked} or ${taskingEntries.replaces} = ${number})`,
      ),
    )
    .orderBy(asc(taskingEntries.number))
    .limit(2);
  const [entry] = found.filter((one) => one.number === number);
  return entry === undefined
    ? null
    : { entry, replacedBy: found.find(({ replaces }) => replaces === number)?.number ?? null };
}

/** Agencies by name, for the menu of an action. */
export const agenciesToAsk = (db: Db) =>
  db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .orderBy(asc(agencies.name), asc(agencies.id))
    .limit(mostAgencies);
