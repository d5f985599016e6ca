import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { endAbsence as endInDatabase } from "#db/queries/absence.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends an absence at once: the person is back, and the deputy holds their roles no longer. */
export const endAbsence = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, absenceId }: { accountId: string; absenceId: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    if (!(await endInDatabase(tx, accountId, absenceId, now)))
      return refused("form", "This absence has ended already");
    await recordAudit(tx, actor, now, {
      action: "absence.end",
      subjectKind: "account",
      subjectId: accountId,
      details: { absence: absenceId },
    });
    return done;
  });
