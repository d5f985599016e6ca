import { and, asc, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Day } from "#app/domain/team/day.ts";
import { absences, accounts } from "#db/schema/account.ts";
import type { Db } from "#db/types.ts";

// More than anybody has in the years these are kept; only bounds the list.
const mostAbsences = 100;

const away = alias(accounts, "away");
const deputies = alias(accounts, "deputies");

export async function insertAbsence(tx: Db, values: typeof absences.$inferInsert): Promise<string> {
  const [row] = await tx.insert(absences).values(values).returning({ id: absences.id });
  if (row === undefined) throw new Error("The database returned no absence.");
  return row.id;
}

/** Ends an absence of an account; false when it had ended already or is not theirs. */
export async function endAbsence(tx: Db, accountId: string, id: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(absences)
    .set({ endedAt: now })
    .where(and(eq(absences.id, id), eq(absences.accountId, accountId), isNull(absences.endedAt)))
    .returning({ id: absences.id });
  return ended.length > 0;
}

/** Whether an account has an absence on any day from one to another; null is open. */
export async function hasAbsenceBetween(
  db: Db,
  accountId: string,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day | null },
): Promise<boolean> {
  const rows = await db
    .select({ id: absences.id })
    .from(absences)
    .where(
      and(
        eq(absences.accountId, accountId),
        isNull(absences.endedAt),
        or(isNull(absences.endsOn), gte(absences.endsOn, startsOn)),
        endsOn === null ? undefined : lte(absences.startsOn, endsOn),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The absences of an account, the latest first. */
export const listAbsences = (db: Db, accountId: string) =>
  db
    .select({
      id: absences.id,
      startsOn: absences.startsOn,
      endsOn: absences.endsOn,
      endedAt: absences.endedAt,
      deputyId: absences.deputyId,
      deputyName: deputies.name,
    })
    .from(absences)
    .leftJoin(deputies, eq(deputies.id, absences.deputyId))
    .where(eq(absences.accountId, accountId))
    .orderBy(desc(absences.startsOn), desc(absences.id))
    .limit(mostAbsences);

const runsOn = (day: Day) =>
  and(
    lte(absences.startsOn, day),
    or(isNull(absences.endsOn), gte(absences.endsOn, day)),
    isNull(absences.endedAt),
  );

/** Whom an account stands in for on a day, whoever comes back first before the others. */
export const listActingFor = (db: Db, deputyId: string, day: Day) =>
  db
    .select({ id: absences.id, name: away.name, endsOn: absences.endsOn })
    .from(absences)
    .innerJoin(away, eq(away.id, absences.accountId))
    .where(and(eq(absences.deputyId, deputyId), eq(away.status, "active"), runsOn(day)))
    .orderBy(asc(absences.endsOn), asc(absences.id))
    .limit(mostAbsences);

/** Who is away on a day with nobody named to stand in, or with somebody whose account is closed. */
export const listAwayWithoutDeputy = (db: Db, day: Day, limit: number) =>
  db
    .select({ id: absences.id, accountId: absences.accountId, name: away.name, endsOn: absences.endsOn })
    .from(absences)
    .innerJoin(away, eq(away.id, absences.accountId))
    .leftJoin(deputies, and(eq(deputies.id, absences.deputyId), eq(deputies.status, "active")))
    .where(and(eq(away.status, "active"), isNull(deputies.id), runsOn(day)))
    .orderBy(asc(absences.startsOn), asc(absences.id))
    .limit(limit);
