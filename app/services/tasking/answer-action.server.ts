import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayAnswerTasking } from "#app/domain/tasking/may-answer.ts";
import { answerRefusal, type TaskingAnswer } from "#app/domain/tasking/moves.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  findTaskingAction,
  insertTaskingActionEvent,
  lockTaskingAction,
  updateTaskingAction,
} from "#db/queries/tasking-action.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { closeTaskingAction } from "./close-action.server.ts";

/** What an agency says of an action that it was given. */
export interface GivenAnswer {
  actionId: string;
  /** As it was read. */
  version: number;
  answer: TaskingAnswer;
  /** The result of what is done, the reason of what is declined; else a remark that may be left out. */
  words: string;
  /** Of what is done: what residents may read of it, or why they are to read nothing. */
  publicLine?: string | null;
  withheldReason?: string | null;
  /** The key of the agency's own system, where that answers. */
  keyId?: string;
}

export const overtakenTasking = refused(
  "form",
  "Somebody else has changed this action since you opened it. Read it again. What you wrote is still in the form",
);

const mostRemark = 2_000;

/**
 * Answers an action: whoever speaks for its agency, the officer whose it is, and for the police whoever records for the
 * group. Null where it is none of theirs.
 */
export const answerTaskingAction = (
  { db, now }: TaskingDeps,
  actor: Actor,
  { actionId, version, answer, words, publicLine = null, withheldReason = null, keyId }: GivenAnswer,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const held = await findTaskingAction(tx, taskingReaderOf(actor), actionId, londonDay(now));
    if (held === null || !mayAnswerTasking(actor, held)) return null;
    const action = await lockTaskingAction(tx, actionId);
    if (action === null) return null;
    if (action.version !== version) return overtakenTasking;
    const refusal = answerRefusal(action.state, answer, words);
    if (refusal !== null) return refused(refusal.field, refusal.message);
    const closer = { actor, now, keyId: keyId ?? null };
    if (answer === "done")
      return closeTaskingAction(tx, closer, { ...held, action }, { to: answer, words, publicLine, withheldReason });
    if (answer === "rejected")
      return closeTaskingAction(tx, closer, { ...held, action }, { to: answer, words });
    const remark = writtenOrNull(words);
    const problem = remark === null ? null : problemOfRemark(remark);
    if (problem !== null) return refused("words", problem);
    await updateTaskingAction(tx, actionId, { state: answer, changedAt: now });
    await insertTaskingActionEvent(tx, {
      actionId,
      at: now,
      from: action.state,
      to: answer,
      words: remark,
      dueOn: action.dueOn,
      agencyId: action.agencyId,
      by: actor.accountId,
      keyId: keyId ?? null,
    });
    await recordAudit(tx, actor, now, {
      action: "tasking.answer",
      subjectKind: "tasking-action",
      subjectId: actionId,
      agencyId: action.agencyId,
      details: { group: held.group.code, number: action.number, step: answer },
    });
    return done;
  });

const problemOfRemark = (remark: string): string | null =>
  remark.length > mostRemark
    ? `Shorten it to ${mostRemark} characters or fewer`
    : (problemsOfTaskingWords(remark)[0] ?? null);
