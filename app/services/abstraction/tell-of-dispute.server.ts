import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { listRoleHolders } from "#db/queries/role-holders.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";

/**
 * Tells the sergeant who answers for a neighbourhood and its inspectors that something came of a dispute: where to
 * look, and nothing of what is in it. Whoever did it is not told.
 */
export async function tellAnswerers(
  tx: Db,
  neighbourhoodId: string | null,
  { at, by, line, entryId }: { at: Date; by: string | null; line: string; entryId: string },
): Promise<void> {
  if (neighbourhoodId === null) return;
  const day = londonDay(at);
  const responsible = await responsibleFor(tx, neighbourhoodId, day);
  const inspectors = await listRoleHolders(tx, "inspector", neighbourhoodId, day);
  const accountIds = [...(responsible?.accountIds ?? []), ...inspectors].filter((id) => id !== by);
  await insertStaffNotices(tx, accountIds, {
    at,
    kind: "new",
    line,
    path: paths.abstractions.dispute(entryId),
  });
}
