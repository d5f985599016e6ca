import { and, asc, eq, gt, gte, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { resolutions } from "#db/schema/panel.ts";
import type { Db } from "#db/types.ts";

/** Who decides in a neighbourhood: its panel, and the key individuals who stand in. */
const seats: readonly Role[] = ["panel-member", "kin-member"];

/** A seat that somebody has, or will have, in a neighbourhood on or after a day. */
export const isSeat = (today: Day) =>
  and(
    inArray(appointments.role, [...seats]),
    eq(appointments.areaKind, "neighbourhood"),
    isNull(appointments.endedAt),
    or(isNull(appointments.endsOn), gte(appointments.endsOn, today)),
  );

const held = alias(appointments, "held");

/** The seats of a neighbourhood, so many, held; none while a meeting there may still be voted in. */
export const lockSeatsOf = (
  tx: Db,
  { fromId, toId }: { fromId: string; toId: string },
  { now, today }: { now: Date; today: Day },
  limit: number,
) =>
  tx
    .select({
      id: appointments.id,
      accountId: appointments.accountId,
      role: appointments.role,
      startsOn: appointments.startsOn,
      endsOn: appointments.endsOn,
      appointedBy: appointments.appointedBy,
      email: accounts.email,
      // The same seat in the heir, for as long at least.
      isHeldThere: sql<boolean>`exists (${tx
        .select({ one: sql`1` })
        .from(held)
        .where(
          and(
            eq(held.accountId, appointments.accountId),
            eq(held.role, appointments.role),
            eq(held.areaId, toId),
            isNull(held.endedAt),
            sql`coalesce(${held.endsOn}, 'infinity') >= coalesce(${appointments.endsOn}, 'infinity')`,
          ),
        )})`,
    })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(
      and(
        eq(appointments.areaId, fromId),
        isSeat(today),
        notExists(
          tx
            .select({ id: resolutions.id })
            .from(resolutions)
            .where(
              and(
                eq(resolutions.neighbourhoodId, fromId),
                eq(resolutions.state, "open"),
                gt(resolutions.closesAt, now),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(appointments.id))
    .limit(limit)
    .for("update", { of: appointments });

export async function endSeats(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .update(appointments)
    .set({ endedAt: at })
    .where(inArray(appointments.id, [...ids]));
}

export async function insertSeats(
  tx: Db,
  seatsThere: readonly (typeof appointments.$inferInsert)[],
): Promise<void> {
  if (seatsThere.length > 0) await tx.insert(appointments).values([...seatsThere]);
}

/** How many people have a seat in each of some neighbourhoods; those without any are left out. */
export const countSeated = (db: Db, neighbourhoodIds: readonly string[], today: Day) =>
  db
    .select({
      neighbourhoodId: sql<string>`${appointments.areaId}`,
      people: sql<number>`count(distinct ${appointments.accountId})::int`,
    })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(and(inArray(appointments.areaId, [...neighbourhoodIds]), isSeat(today)))
    .groupBy(appointments.areaId)
    .orderBy(asc(appointments.areaId))
    .limit(neighbourhoodIds.length);
