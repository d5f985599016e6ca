import { writtenRefusal } from "#app/domain/abstraction/improvement-plan.ts";
import { mayWriteImprovement } from "#app/domain/abstraction/improvement-writers.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import {
  findImprovementAction,
  lockImprovementAction,
  updateImprovementAction,
} from "#db/queries/abstraction-improvement-action.ts";
import { lockImprovement, teamInForce } from "#db/queries/abstraction-improvement.ts";
import { withActor } from "#db/with-actor.ts";
import { recordImprovementAct, type ImprovementDeps } from "./change-improvement.server.ts";

interface ImprovementAnswer {
  actionId: string;
  /** As it was read. */
  version: number;
  state: "done" | "dropped";
  /** The result of what is done, the reason of what is not. */
  words: string;
}

const overtaken = refused(
  "form",
  "Somebody else has changed this since you opened it. Read it again. What you wrote is still in the form",
);

/** Says what came of an action: whoever owns it, or writes in the improvement. Null where it is none of theirs. */
export const answerImprovementAction = (
  { db, now }: ImprovementDeps,
  actor: Actor,
  { actionId, version, state, words }: ImprovementAnswer,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const found = await findImprovementAction(tx, actionId);
    // The improvement first, as everywhere: it may be closing.
    const improvement = found === null ? null : await lockImprovement(tx, found.improvementId);
    const team = improvement === null ? null : await teamInForce(tx, improvement.teamId);
    const action = await lockImprovementAction(tx, actionId);
    if (improvement === null || team === null || action === null) return null;
    const isOwner = actor.accountId !== null && action.ownerId === actor.accountId;
    const wasEscalated = improvement.escalatedAt !== null;
    const writes = mayWriteImprovement(actor, { ...team, state: improvement.state, wasEscalated });
    if (!isOwner && !writes) return null;
    if (action.version !== version) return overtaken;
    if (improvement.closedAt !== null) return refused("form", "The improvement is closed");
    if (action.state !== "open") return refused("form", "What came of it was said before");
    const refusal = writtenRefusal(
      words,
      state === "done" ? "Say in a sentence what came of it" : "Say in a sentence why",
    );
    if (refusal !== null) return refused("words", refusal);
    await updateImprovementAction(tx, actionId, { state, result: words.trim(), changedAt: now });
    await recordImprovementAct(
      tx,
      actor,
      now,
      { improvement, team },
      {
        action: "abstraction.improve",
        details: { step: state, number: action.number },
      },
    );
    return done;
  });
