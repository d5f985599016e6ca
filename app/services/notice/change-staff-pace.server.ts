import type { Actor } from "#app/domain/actor.ts";
import type { StaffPace } from "#app/domain/following/following.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { setStaffPace } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Changes how a member of staff is told of what is new, late or escalated for them. */
export const changeStaffPace = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  pace: StaffPace,
): Promise<void> =>
  withActor(db, actor, async (tx) => {
    if (actor.accountId === null || actor.kind !== "staff") throw new Error("Only staff have notices.");
    await setStaffPace(tx, actor.accountId, pace, now);
    await recordAudit(tx, actor, now, {
      action: "staff-preference.change",
      subjectKind: "account",
      subjectId: actor.accountId,
      details: { pace },
    });
  });
