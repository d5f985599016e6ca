import { staffNotices } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";

/** Something that is a member of staff's to do. `line` is ours: a reference and what to do. */
export interface StaffNotice {
  at: Date;
  kind: "new" | "late" | "escalated";
  line: string;
  path: string;
}

export async function insertStaffNotices(
  tx: Db,
  accountIds: readonly string[],
  notice: StaffNotice,
): Promise<void> {
  const to = [...new Set(accountIds)];
  if (to.length > 0) await tx.insert(staffNotices).values(to.map((accountId) => ({ accountId, ...notice })));
}
