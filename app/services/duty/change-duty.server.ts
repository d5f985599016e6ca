import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { LateReason } from "#app/domain/roster/late-reasons.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findDuty, lockDuty, moveDuty } from "#db/queries/duty-change.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { requireWriter } from "./duty-rights.server.ts";
import { refusalOfOverlap, withoutOverlap } from "./no-overlap.server.ts";

export interface DutyChange {
  id: string;
  startsAt: Date;
  endsAt: Date;
  lateReason: LateReason | null;
}

export const gone = refused("form", "This duty is not there any more. Look at the week again");

/** Puts a duty at other times. A confirmed one is to be confirmed again: it is no longer what was confirmed. */
export const changeDuty = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { id, startsAt, endsAt, lateReason }: DutyChange,
): Promise<Change> =>
  withoutOverlap(
    withActor(db, actor, async (tx): Promise<Change> => {
      const seen = await findDuty(tx, id);
      if (seen === null) return gone;
      const { postId } = seen;
      const times = [seen.startsAt, startsAt];
      const writer = await requireWriter({ tx, now }, actor, [postId], { times, lateReason });
      if (!writer.ok) return writer;
      const touched = [
        { postId, from: seen.startsAt, to: seen.endsAt },
        { postId, from: startsAt, to: endsAt },
      ];
      const refusal = await keepFigures(tx, touched, async () => {
        const duty = await lockDuty(tx, id);
        // why: what was touched was read before the figures were held.
        if (duty === null || +duty.startsAt !== +seen.startsAt || +duty.endsAt !== +seen.endsAt) return gone;
        const overlap = await refusalOfOverlap(tx, [{ postId, startsAt, endsAt }], writer.posts, id);
        if (overlap === null) await moveDuty(tx, id, { startsAt, endsAt });
        return overlap;
      });
      if (refusal !== null) return refusal;
      await recordAudit(tx, actor, now, {
        action: "duty.change",
        subjectKind: "duty",
        subjectId: id,
        reason: lateReason,
        details: { post: postId, wasConfirmed: seen.confirmedAt !== null, source: seen.source },
      });
      return done;
    }),
  );
