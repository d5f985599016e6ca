import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { putCalendar } from "#db/queries/calendar-feed.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Gives somebody signed in an address of their own calendar; the address they had ends. */
export const renewCalendar = ({ db, now }: { db: Db; now: Date }, actor: Actor): Promise<void> =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    if (accountId === null) throw new Error("Only somebody signed in has a calendar.");
    await putCalendar(tx, accountId, { id: randomUUID(), madeAt: now });
    await recordAudit(tx, actor, now, {
      action: "calendar.renew",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
