import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { editionIdAt } from "./edition-at.ts";

// More than hold any roles of one team; only bounds.
const mostHolders = 500;
const mostPlacements = 1_000;

/**
 * The open accounts of staff that were given one of some roles which reaches one of these neighbourhoods on a day, by
 * name; once for each role. Call it as the platform or as staff.
 */
export async function listReaching(
  db: Db,
  roles: readonly Role[],
  neighbourhoodIds: readonly string[],
  day: Day,
): Promise<{ accountId: string; name: string | null; role: Role }[]> {
  const placed = await db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
      ),
    )
    .limit(mostPlacements);
  const areaIds = placed.flatMap(({ bcuId, sectionId, partnershipId, teamId, neighbourhoodId }) => [
    bcuId,
    sectionId,
    partnershipId,
    teamId,
    neighbourhoodId,
  ]);
  const rows = await db
    .selectDistinct({ accountId: accounts.id, name: accounts.name, role: appointments.role })
    .from(appointments)
    .innerJoin(
      accounts,
      and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active"), eq(accounts.kind, "staff")),
    )
    .where(
      and(
        inArray(appointments.role, [...roles]),
        isAppointedOn(day),
        or(
          eq(appointments.areaKind, "force"),
          inArray(appointments.areaId, [...neighbourhoodIds, ...areaIds]),
        ),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id), asc(appointments.role))
    .limit(mostHolders);
  return rows.flatMap(({ role, ...holder }) => (role === null ? [] : [{ ...holder, role }]));
}
