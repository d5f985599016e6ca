import { and, eq, inArray, or } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { editionIdAt } from "./edition-at.ts";

// More than hold any role of one neighbourhood; only bounds.
const mostHolders = 50;

/**
 * The open accounts that were given a role which reaches a neighbourhood on a day. Roles that come with a post
 * (sergeants, constables) are not among them: `responsibleFor` knows those. Call it as the platform or as staff.
 */
export async function listRoleHolders(
  db: Db,
  role: Role,
  neighbourhoodId: string,
  day: Day,
): Promise<string[]> {
  const [placed] = await db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        eq(placements.neighbourhoodId, neighbourhoodId),
      ),
    )
    .limit(1);
  const areaIds =
    placed === undefined
      ? [neighbourhoodId]
      : [placed.bcuId, placed.sectionId, placed.partnershipId, placed.teamId, neighbourhoodId];
  const rows = await db
    .selectDistinct({ id: accounts.id })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(
      and(
        eq(appointments.role, role),
        isAppointedOn(day),
        or(eq(appointments.areaKind, "force"), inArray(appointments.areaId, areaIds)),
      ),
    )
    .orderBy(accounts.id)
    .limit(mostHolders);
  return rows.map(({ id }) => id);
}
