import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { LateReason } from "#app/domain/roster/late-reasons.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteDuty, findDuty, lockDuty } from "#db/queries/duty-change.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { gone } from "./change-duty.server.ts";
import { requireWriter } from "./duty-rights.server.ts";

/** Takes a duty off a post. What was logged at that time stays, and counts nowhere. */
export const removeDuty = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { id, lateReason }: { id: string; lateReason: LateReason | null },
): Promise<Change> =>
  withActor(db, actor, async (tx): Promise<Change> => {
    const seen = await findDuty(tx, id);
    if (seen === null) return gone;
    const { postId, startsAt, endsAt } = seen;
    const writer = await requireWriter({ tx, now }, actor, [postId], { times: [startsAt], lateReason });
    if (!writer.ok) return writer;
    const isRemoved = await keepFigures(tx, [{ postId, from: startsAt, to: endsAt }], async () => {
      const duty = await lockDuty(tx, id);
      if (duty === null || +duty.startsAt !== +startsAt || +duty.endsAt !== +endsAt) return false;
      await deleteDuty(tx, id);
      return true;
    });
    if (!isRemoved) return gone;
    await recordAudit(tx, actor, now, {
      action: "duty.remove",
      subjectKind: "duty",
      subjectId: id,
      reason: lateReason,
      details: { post: postId, wasConfirmed: seen.confirmedAt !== null, source: seen.source },
    });
    return done;
  });
