import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { actionRefusal, isActionClosed, type ActionState } from "#app/domain/plan/action.ts";
import { mayAnswerAction } from "#app/domain/plan/may-answer.ts";
import { publicReasonRefusal } from "#app/domain/plan/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findActionPlace, lockAction, updateAction } from "#db/queries/plan-action.ts";
import { lockPlanOf } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { moveOnFromActions } from "./move-on-from-actions.server.ts";

/** What came of an action, in thirty seconds. */
export interface ActionAnswer {
  actionId: string;
  /** As it was read. */
  version: number;
  state: ActionState;
  /** The result of what is done, the reason of everything else. */
  words: string;
  /** What residents read of a late or dropped one, from staff who write in the plan; left out, it stays. */
  publicReason?: string;
}

const mostWords = 600;

export const overtakenAction = refused(
  "form",
  "Somebody else has changed this since you opened it. Read it again. What you wrote is still in the form",
);

/**
 * Says what came of an action: staff who write in the plan, whoever owns it, or a partner whose agency it is. Null where
 * it is none of theirs.
 */
export const answerAction = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { actionId, version, state, words, publicReason }: ActionAnswer,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx): Promise<Change | null> => {
    const place = await findActionPlace(tx, actionId, londonDay(now));
    if (place === null || !mayAnswerAction(actor, place)) return null;
    // A plan is restricted: a partner shares in it by an agreement, or not at all.
    if (actor.kind === "member" && !place.isShared) return null;
    // The plan first, as everywhere: it may be closing.
    const plan = await lockPlanOf(tx, place.priorityId);
    const action = await lockAction(tx, actionId);
    if (plan === null || action === null) return null;
    if (action.version !== version) return overtakenAction;
    if (plan.stage === "closed") return refused("form", "The plan is closed");
    const said = words.trim();
    const refusal = actionRefusal(action.state, state, said);
    if (refusal !== null) return refused("words", refusal);
    if (said.length > mostWords) return refused("words", `Shorten it to ${mostWords} characters or fewer`);
    const [problem] = problemsOfPublicWords(said);
    if (problem !== undefined) return refused("words", problem);
    const mayExplain = publicReason !== undefined && can(actor, "plan:write", place);
    const told = writtenOrNull(publicReason ?? null);
    const toldRefusal = mayExplain && told !== null ? publicReasonRefusal(told) : null;
    if (toldRefusal !== null) return refused("publicReason", toldRefusal);
    await updateAction(tx, actionId, {
      ...(mayExplain ? { publicReason: told } : {}),
      state,
      result: said,
      doneAt: state === "done" ? now : null,
      changedAt: now,
    });
    if (isActionClosed(state)) await moveOnFromActions(tx, { requestId: actor.requestId, now }, place.priorityId);
    await recordAudit(tx, actor, now, {
      action: "plan.act",
      subjectKind: "plan",
      subjectId: place.planId,
      neighbourhoodId: place.neighbourhoodId,
      agencyId: action.agencyId,
      details: { number: action.number, step: state },
    });
    return done;
  });
