import { and, asc, eq, exists, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More than hold any role of an area; only bounds.
const mostHolders = 100;

/** The open accounts that were given a role which reaches one of these neighbourhoods on a day, by name. As staff or the platform. */
export const holdersOver = (db: Db, role: Role, neighbourhoodIds: readonly string[], day: Day) =>
  db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(
      and(
        eq(appointments.role, role),
        lte(appointments.startsOn, day),
        or(isNull(appointments.endsOn), gte(appointments.endsOn, day)),
        isNull(appointments.endedAt),
        or(
          eq(appointments.areaKind, "force"),
          exists(
            db
              .select({ one: sql`1` })
              .from(placements)
              .where(
                and(
                  eq(placements.editionId, editionIdAt(db, "structure")),
                  inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
                  sql`${appointments.areaId} in (${placements.bcuId}, ${placements.sectionId},
                    ${placements.partnershipId}, ${placements.teamId}, ${placements.neighbourhoodId})`,
                ),
              ),
          ),
        ),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(mostHolders);
