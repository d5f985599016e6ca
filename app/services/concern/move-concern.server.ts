import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { moveConcern, type ConcernStanding } from "#app/domain/concern/move.ts";
import {
  isEnded,
  type ConcernState,
  type ConcernStep,
  type ConcernTransition,
  type Mover,
} from "#app/domain/concern/states.ts";
import { lineToRaiser } from "#app/domain/concern/words.ts";
import { wordsGoOn } from "#app/domain/concern/words-kept.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  insertConcernEvent,
  lockConcern,
  setWordsEraseOn,
  thatWaitForAnother,
  updateConcern,
  type Concern,
  type ConcernChanges,
} from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";
import { tellMove } from "./tell-move.server.ts";

/** A step of a concern that somebody wants to take. */
export interface WantedStep {
  concernId: string;
  /** The version that was read; null where nobody read one, as when the clock moves it. */
  version: number | null;
  step: ConcernStep;
  /** By what right: the caller has checked that the actor holds it. */
  mover: Mover;
  reason?: string | null;
  /** What else the step writes: the summary, whom it was merged into, the agency. */
  changes?: ConcernChanges;
  /** Ours, after the usual line and in the same message: an answer, the name of an agency. */
  addition?: string;
  action?: AuditAction;
  /** More of the same transaction, once the concern has moved and before the record is written. */
  alongside?: (moved: Concern) => Promise<void>;
}

export type StepTaken = { ok: true; concern: Concern } | Refused;

const changedMeanwhile =
  "Somebody else has changed this concern since you opened it. Read it again, then decide. What you wrote is still in the form";

/**
 * Takes a concern one step on: locked, judged by the rule, written with its line in the history, told to followers and
 * raisers, recorded. To be called in a transaction of the platform or of staff, who may change the concern.
 */
export async function moveConcernOn(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  wanted: WantedStep,
): Promise<StepTaken> {
  const concern = await lockConcern(tx, wanted.concernId);
  if (concern === null) return refused("form", "This concern is not there any more");
  if (wanted.version !== null && wanted.version !== concern.version) return refused("form", changedMeanwhile);
  const { step, mover, reason = null } = wanted;
  const judged = moveConcern(standingOf(concern), { step, mover, by: actor.accountId, reason });
  if (!judged.ok) return judged;
  const { standing, transition } = judged;
  const moved = await updateConcern(tx, concern.id, {
    ...ownChanges(concern, transition, { actor, now, reason, mover }),
    ...wanted.changes,
    state: standing.state,
    hasRolledOver: standing.timesRolledOver > 0,
    changedAt: now,
  });
  const line = lineOfMove(transition, reason, wanted.addition);
  await insertConcernEvent(tx, {
    concernId: moved.id,
    at: now,
    from: concern.state,
    to: moved.state,
    reasonCode: reason,
    line,
    actorId: actor.accountId,
  });
  await wanted.alongside?.(moved);
  const waits = (await thatWaitForAnother(tx, [moved.id])).has(moved.id);
  await setWordsEraseOn(tx, [moved.id], wordsGoOn(moved.state, now, waits));
  await tellMove(tx, { now, by: actor.accountId }, [moved], transition, line);
  await recordAudit(tx, actor, now, {
    action: wanted.action ?? "concern.move",
    subjectKind: "concern",
    subjectId: moved.id,
    neighbourhoodId: moved.neighbourhoodId,
    agencyId: moved.agencyId,
    reason,
    details: { step, from: concern.state, to: moved.state },
  });
  return { ok: true, concern: moved };
}

/** A concern as the rule of its moves looks at it. */
export const standingOf = ({ state, hasRolledOver, decidedBy }: Concern): ConcernStanding => ({
  state,
  timesRolledOver: hasRolledOver ? 1 : 0,
  rejectedBy: decidedBy,
});

interface Move {
  actor: Actor;
  now: Date;
  reason: string | null;
  mover: Mover;
}

const isPassedOn = (state: ConcernState) => state.startsWith("diverted-");

/** What a step changes of itself, whoever takes it. */
function ownChanges(
  concern: Concern,
  { step, to }: ConcernTransition,
  { actor, now, reason, mover }: Move,
): ConcernChanges {
  const isStaffs = mover !== "raiser" && mover !== "clock";
  const isHidden = step === "take-down" || (isPassedOn(to) && concern.publishedAt !== null);
  return {
    // An appeal is against a reason, which stays until the appeal is decided.
    reasonCode: step === "appeal" ? concern.reasonCode : reason,
    decidedBy: isEnded(to) && mover !== "raiser" ? actor.accountId : concern.decidedBy,
    triagedAt: concern.triagedAt ?? (isStaffs && step !== "take-up" ? now : null),
    ...(step === "publish" ? { publishedAt: now, takenDownAt: null } : {}),
    ...(isHidden ? { takenDownAt: now } : {}),
  };
}

/** What whoever raised a concern reads of a step. */
export function lineOfMove({ to, reasons }: ConcernTransition, reason: string | null, addition = ""): string {
  const line = lineToRaiser(to, reasons === null || reason === null ? null : { list: reasons, code: reason });
  return addition === "" ? line : `${line} ${addition}`;
}
