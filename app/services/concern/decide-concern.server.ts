import { done, refused, type Change, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { changedFirst, deciderOf, stateToDecide } from "#app/domain/concern/deciding.ts";
import { moveConcern } from "#app/domain/concern/move.ts";
import { readableBy } from "#app/domain/concern/reading.ts";
import { lockConcern, type Concern } from "#db/queries/concern.ts";
import { lastChangeOf } from "#db/queries/concern-triage.ts";
import type { Db } from "#db/types.ts";
import { isUuid } from "#db/queries/uuid.ts";
import { withActor } from "#db/with-actor.ts";
import { moveConcernOn, type WantedStep } from "./move-concern.server.ts";

export interface DecisionDeps {
  db: Db;
  now: Date;
}

/** The concern that somebody decides, at the version that they read. */
export interface Decided {
  concernId: string;
  version: number;
}

/** What a decision does, once the concern is locked and found to be as it was read. */
export type Decision = ({ ok: true } & Omit<WantedStep, "concernId" | "version" | "mover">) | Refused;

const notThere = refused("form", "This concern is not there any more");

/** Locks a concern for whoever decides it; refused where it is not theirs, or where somebody was quicker. */
export async function openConcern(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { concernId, version }: Decided,
): Promise<{ ok: true; concern: Concern } | Refused> {
  const concern = isUuid(concernId) ? await lockConcern(tx, concernId) : null;
  if (concern === null || readableBy(actor, concern) === null) return notThere;
  if (concern.version === version) return { ok: true, concern };
  const { who, at } = await lastChangeOf(tx, concern, actor.accountId);
  return refused("form", changedFirst(who, at, now));
}

/**
 * One decision on a concern in one transaction: locked, still as it was read, allowed, written. `prepare` says what is
 * decided once that is sure; what was still unread is taken up with it. `lockFirst` locks more than the one concern.
 */
export const decideConcern = (
  { db, now }: DecisionDeps,
  actor: Actor,
  decided: Decided,
  prepare: (tx: Db, concern: Concern) => Decision | Promise<Decision>,
  lockFirst?: (tx: Db) => Promise<void>,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    await lockFirst?.(tx);
    const opened = await openConcern(tx, { actor, now }, decided);
    if (!opened.ok) return opened;
    const { concern } = opened;
    const prepared = await prepare(tx, concern);
    if (!prepared.ok) return prepared;
    const mover = deciderOf(actor, concern, prepared.step);
    // Says in the rule's own words why not.
    if (mover === null) return moveRefused(concern, actor, prepared);
    const from = stateToDecide(concern.state, [mover]);
    if (from !== concern.state && !(await takeUp(tx, { actor, now }, concern, prepared)))
      return moveRefused({ ...concern, state: from }, actor, prepared);
    const taken = await moveConcernOn(
      tx,
      { actor, now },
      { ...prepared, concernId: concern.id, version: null, mover },
    );
    return taken.ok ? done : taken;
  });

type Prepared = Extract<Decision, { ok: true }>;

const judge = ({ state, decidedBy }: Concern, actor: Actor, { step, reason = null }: Prepared) =>
  moveConcern(
    { state, timesRolledOver: 0, rejectedBy: decidedBy },
    { step, mover: "concern:moderate", by: actor.accountId, reason },
  );

function moveRefused(concern: Concern, actor: Actor, prepared: Prepared): Refused {
  const judged = judge(concern, actor, prepared);
  return judged.ok ? refused("form", "You may not do this to a concern") : judged;
}

/** Takes up what nobody has read, if the decision that follows will stand; nothing is written otherwise. */
async function takeUp(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  concern: Concern,
  prepared: Prepared,
): Promise<boolean> {
  if (!judge({ ...concern, state: "triage" }, actor, prepared).ok) return false;
  // A moment before, so that the history has them in their order.
  const before = new Date(now.getTime() - 1);
  const taken = await moveConcernOn(
    tx,
    { actor, now: before },
    { concernId: concern.id, version: null, step: "take-up", mover: "concern:moderate" },
  );
  return taken.ok;
}
