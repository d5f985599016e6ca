import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";

/** Records that somebody read restricted content of actions or groups that is no meeting's: once for each page. */
export const recordTaskingRead = (
  tx: Db,
  actor: Actor,
  now: Date,
  {
    kind = "tasking-action",
    id = null,
    agencyId = null,
    page,
  }: { kind?: "tasking-action" | "tasking-group"; id?: string | null; agencyId?: string | null; page: string },
): Promise<void> =>
  recordAudit(tx, actor, now, {
    action: "tasking.read",
    subjectKind: kind,
    subjectId: id,
    agencyId,
    details: { page },
  });
