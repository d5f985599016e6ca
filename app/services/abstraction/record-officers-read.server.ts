import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";

/** Of whom something was read: a post, or a whole team's posts. */
interface OfficersRead {
  page:
    "today" | "entry" | "confirm" | "calendar" | "disputes" | "dispute" | "duties" | "request" | "requests";
  subjectKind: "post" | "team";
  subjectId: string | null;
  neighbourhoodId: string | null;
}

/** Records that an actor looked at others' duties and entries, in the transaction that read them. Call it last. */
export const recordOfficersRead = (
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { page, ...of }: OfficersRead,
): Promise<void> =>
  recordAudit(tx, actor, now, { action: "abstraction.read-officers", ...of, details: { page } });
