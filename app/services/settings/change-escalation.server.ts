import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { escalationKey, escalationStamp, problemsOfEscalation } from "#app/domain/settings/escalation.ts";
import type { EscalationDays } from "#app/domain/tasking/escalation.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { readEscalation, storeEscalation } from "#db/queries/escalation-setting.ts";
import { lockSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Sets when each rung is told of a late action. `shown` is the stamp of what stood there when it was shown. */
export const changeEscalation = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { days, shown }: { days: EscalationDays; shown: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "setting:change");
    await lockSettings(tx);
    const errors = problemsOfEscalation(days);
    if (errors.length > 0) return { ok: false, errors };
    const before = escalationStamp(await readEscalation(tx));
    if (before !== shown)
      return refused("form", "Somebody changed these figures meanwhile: look at them and change them again");
    const after = escalationStamp(days);
    if (before === after) return done;
    await storeEscalation(tx, days, { changedAt: now, changedBy: actor.accountId });
    await recordAudit(tx, actor, now, {
      action: "setting.change",
      subjectKind: "setting",
      subjectId: escalationKey,
      details: { before, after },
    });
    return done;
  });
