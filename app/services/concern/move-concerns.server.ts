import type { Actor } from "#app/domain/actor.ts";
import { moveConcern } from "#app/domain/concern/move.ts";
import { isEnded, type Mover } from "#app/domain/concern/states.ts";
import { transitionFrom } from "#app/domain/concern/transitions.ts";
import { wordsGoOn } from "#app/domain/concern/words-kept.ts";
import { recordAudits } from "#db/queries/audit.ts";
import {
  insertConcernEvents,
  lockConcerns,
  setWordsEraseOn,
  thatWaitForAnother,
  updateConcerns,
} from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";
import { lineOfMove, standingOf } from "./move-concern.server.ts";
import { tellMove } from "./tell-move.server.ts";

/** A step that takes many concerns from the shortlist to the same end. */
interface SharedStep {
  concernIds: readonly string[];
  step: "adopt" | "not-adopt";
  mover: Mover;
  reason: string | null;
}

/**
 * As `moveConcernOn`, of concerns that take the same step for the same reason: each statement once, however many they
 * are. Throws where one of them may not take it, so that all of them go or none.
 */
export async function moveConcernsOn(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { concernIds, step, mover, reason }: SharedStep,
): Promise<void> {
  const from = "shortlisted";
  const transition = transitionFrom(from, step);
  if (transition === undefined || concernIds.length === 0) return;
  const { to } = transition;
  const locked = await lockConcerns(tx, concernIds);
  const mayAll = locked.every(
    (concern) => moveConcern(standingOf(concern), { step, mover, by: actor.accountId, reason }).ok,
  );
  if (!mayAll || locked.length < concernIds.length)
    throw new Error("A concern of the shortlist could not follow its candidate.");
  const moved = await updateConcerns(tx, concernIds, {
    state: to,
    reasonCode: reason,
    triagedAt: now,
    changedAt: now,
    ...(isEnded(to) ? { decidedBy: actor.accountId } : {}),
  });
  const line = lineOfMove(transition, reason);
  await insertConcernEvents(
    tx,
    moved.map(({ id }) => ({
      concernId: id,
      at: now,
      from,
      to,
      reasonCode: reason,
      line,
      actorId: actor.accountId,
    })),
  );
  const waiting = await thatWaitForAnother(tx, concernIds);
  for (const waits of [false, true]) {
    const ids = concernIds.filter((id) => waiting.has(id) === waits);
    await setWordsEraseOn(tx, ids, wordsGoOn(to, now, waits));
  }
  await tellMove(tx, { now, by: actor.accountId }, moved, transition, line);
  await recordAudits(
    tx,
    actor,
    now,
    moved.map(({ id, neighbourhoodId, agencyId }) => ({
      action: "concern.move",
      subjectKind: "concern",
      subjectId: id,
      neighbourhoodId,
      agencyId,
      reason,
      details: { step, from, to },
    })),
  );
}
