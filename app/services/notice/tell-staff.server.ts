import type { Role } from "#app/domain/access.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { listRoleHolders } from "#db/queries/role-holders.ts";
import { insertStaffNotices, type StaffNotice } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";

/**
 * Tells whoever answers for a neighbourhood today (the sergeant, or who stands in), in the transaction of what it tells
 * of. Call it under the platform's scope or a member of staff's.
 */
export async function tellResponsible(tx: Db, neighbourhoodId: string, notice: StaffNotice): Promise<void> {
  const responsible = await responsibleFor(tx, neighbourhoodId, londonDay(notice.at));
  if (responsible !== null) await insertStaffNotices(tx, responsible.accountIds, notice);
}

/** Tells everybody who was given a role that reaches a neighbourhood; whoever answers for it where nobody was. */
export async function tellRole(
  tx: Db,
  role: Role,
  neighbourhoodId: string,
  notice: StaffNotice,
): Promise<void> {
  const holders = await listRoleHolders(tx, role, neighbourhoodId, londonDay(notice.at));
  if (holders.length > 0) await insertStaffNotices(tx, holders, notice);
  else await tellResponsible(tx, neighbourhoodId, notice);
}
