import type { Change } from "#app/domain/account/change.ts";
import { done } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { DutySource } from "#app/domain/abstraction/words.ts";
import type { LateReason } from "#app/domain/roster/late-reasons.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertDuties, type DutySpan } from "#db/queries/duty-change.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { requireWriter } from "./duty-rights.server.ts";
import { refusalOfOverlap, withoutOverlap } from "./no-overlap.server.ts";

export interface DutiesToAdd {
  spans: readonly DutySpan[];
  source: Extract<DutySource, "manual" | "pattern">;
  lateReason: LateReason | null;
}

/** Adds duties of posts, all or none; refused where one of them would overlap. */
export const addDuties = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { spans, source, lateReason }: DutiesToAdd,
): Promise<Change> =>
  withoutOverlap(
    withActor(db, actor, async (tx): Promise<Change> => {
      const postIds = spans.map(({ postId }) => postId);
      const times = spans.map(({ startsAt }) => startsAt);
      const writer = await requireWriter({ tx, now }, actor, postIds, { times, lateReason });
      if (!writer.ok) return writer;
      const touched = spans.map(({ postId, startsAt, endsAt }) => ({ postId, from: startsAt, to: endsAt }));
      const overlap = await keepFigures(tx, touched, async () => {
        const refusal = await refusalOfOverlap(tx, spans, writer.posts);
        if (refusal === null) await insertDuties(tx, spans, source);
        return refusal;
      });
      if (overlap !== null) return overlap;
      const [only] = writer.posts.size === 1 ? [...writer.posts.keys()] : [];
      await recordAudit(tx, actor, now, {
        action: "duty.add",
        subjectKind: "post",
        subjectId: only ?? null,
        reason: lateReason,
        details: { duties: spans.length, posts: writer.posts.size, source },
      });
      return done;
    }),
  );
