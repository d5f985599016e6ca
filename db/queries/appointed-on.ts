import { and, eq, exists, gte, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** That a role somebody was given is theirs on a day; of a query over `appointments`. */
export const isAppointedOn = (day: Day): SQL | undefined =>
  and(
    lte(appointments.startsOn, day),
    or(isNull(appointments.endsOn), gte(appointments.endsOn, day)),
    isNull(appointments.endedAt),
  );

/** That it reaches one of these neighbourhoods; a role of the whole force reaches each. */
export const isAppointedOver = (db: Db, neighbourhoodIds: readonly string[]): SQL | undefined =>
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
            sql`${appointments.areaId} in (${placements.bcuId}, ${placements.sectionId}, ${placements.partnershipId}, ${placements.teamId}, ${placements.neighbourhoodId})`,
          ),
        ),
    ),
  );
