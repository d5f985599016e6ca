import { confirmationWith, isConfirmedInTime } from "#app/domain/abstraction/confirmation.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { listEntriesInDuties } from "#db/queries/entries-in-duties.ts";
import { recordAudits } from "#db/queries/audit.ts";
import {
  confirmDutyRows,
  findDuties,
  lockDuties,
  type Confirmed,
  type KeptDuty,
} from "#db/queries/duty-confirm.ts";
import { findPosts } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** What somebody states of duties, by id: that what is logged in them is all, or that nothing was to be logged. */
export interface StatedDuties {
  logged: readonly string[];
  nil: readonly string[];
}

export interface DutiesConfirmed {
  confirmed: number;
  /** Something was logged or withdrawn since they were read: what was stated is no longer so. */
  changed: number;
}

// More than a duty of 36 hours can hold for each of the most that one form sends; only bounds.
const mostEntries = 20_000;

/**
 * Accounts for duties that have ended, all at once. One that somebody else has confirmed meanwhile, or that is none of
 * the actor's, is passed over: it is accounted for, or not theirs to. Null for whoever confirms nothing.
 */
export const confirmDuties = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { logged, nil }: StatedDuties,
): Promise<DutiesConfirmed | null> =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "abstraction:confirm");
    if (scope === null) return null;
    const ids = [...new Set([...logged, ...nil])];
    const named = await findDuties(tx, scope, ids);
    const touched = named.map(({ postId, startsAt, endsAt }) => ({ postId, from: startsAt, to: endsAt }));
    if (touched.length === 0) return { confirmed: 0, changed: 0 };
    const { waiting, confirmed } = await keepFigures(tx, touched, async () => {
      const held = await lockDuties(tx, scope, ids);
      const waiting = held.filter(({ confirmedAs, endsAt }) => confirmedAs === null && endsAt <= now);
      const confirmed = await accountFor(tx, now, waiting.filter(isAsNamed(named)), { logged, nil });
      await confirmDutyRows(tx, confirmed, { at: now, by: actor.accountId });
      return { waiting, confirmed };
    });
    await recordConfirmed(tx, { actor, now }, waiting, confirmed);
    return { confirmed: confirmed.length, changed: waiting.length - confirmed.length };
  });

/** Whether a duty is at the time that was named: one that was moved meanwhile is another duty to account for. */
const isAsNamed =
  (named: readonly KeptDuty[]) =>
  ({ id, startsAt, endsAt }: KeptDuty): boolean =>
    named.some(
      (one) =>
        one.id === id &&
        one.startsAt.getTime() === startsAt.getTime() &&
        one.endsAt.getTime() === endsAt.getTime(),
    );

/** The duties of which what was stated is so now. */
async function accountFor(
  tx: Db,
  now: Date,
  waiting: readonly KeptDuty[],
  { logged, nil }: StatedDuties,
): Promise<Confirmed[]> {
  const entries = await listEntriesInDuties(
    tx,
    waiting.map(({ id }) => id),
    mostEntries,
  );
  const stated = { logged: new Set(logged), nil: new Set(nil) };
  return waiting.flatMap(({ id, endsAt }) => {
    const as = confirmationWith(entries.filter(({ dutyId }) => dutyId === id).length);
    return stated[as].has(id) ? [{ id, as, isInTime: isConfirmedInTime(endsAt, now) }] : [];
  });
}

/** One row of the record for each post. */
async function recordConfirmed(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  waiting: readonly KeptDuty[],
  confirmed: readonly Confirmed[],
): Promise<void> {
  const done = new Map(confirmed.map((one) => [one.id, one]));
  const posts = await findPosts(tx, [...new Set(waiting.map(({ postId }) => postId))], londonDay(now));
  await recordAudits(
    tx,
    actor,
    now,
    posts.flatMap(({ id, neighbourhoodIds }) => {
      const ofPost = waiting.flatMap((duty) => (duty.postId === id ? (done.get(duty.id) ?? []) : []));
      return ofPost.length === 0
        ? []
        : [
            {
              action: "abstraction.confirm" as const,
              subjectKind: "post",
              subjectId: id,
              neighbourhoodId: neighbourhoodIds[0] ?? null,
              details: {
                logged: ofPost.filter(({ as }) => as === "logged").length,
                nil: ofPost.filter(({ as }) => as === "nil").length,
                late: ofPost.filter(({ isInTime }) => !isInTime).length,
              },
            },
          ];
    }),
  );
}
