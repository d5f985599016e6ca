import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { removeCalendarOf } from "#db/queries/calendar-feed.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends the address of somebody's own calendar. */
export const removeCalendar = ({ db, now }: { db: Db; now: Date }, actor: Actor): Promise<void> =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    if (accountId === null) throw new Error("Only somebody signed in has a calendar.");
    if (!(await removeCalendarOf(tx, accountId))) return;
    await recordAudit(tx, actor, now, {
      action: "calendar.remove",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
