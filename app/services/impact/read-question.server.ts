import { can, type Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { askerOf, findQuestionTo, frameOfQuestion } from "#db/queries/impact-advice.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { ImpactDeps } from "./change-impact-held.server.ts";

/** A question that was put to an adviser, by whom, and where it is about: nothing else of the assessment. Null where none was. */
export const readQuestion = ({ db, now }: ImpactDeps, actor: Actor, id: string) =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    if (accountId === null || !can(actor, "impact:advise")) return null;
    const found = await findQuestionTo(tx, accountId, id);
    if (found === null) return null;
    const { assessmentId, ...question } = found;
    const { frame, askedBy } = await asPlatform(tx, async () => ({
      frame: await frameOfQuestion(tx, assessmentId),
      askedBy: await askerOf(tx, id),
    }));
    if (frame === null) return null;
    await recordAudit(tx, actor, now, {
      action: "impact.read",
      subjectKind: "impact",
      subjectId: assessmentId,
      details: { page: "advice" },
    });
    return { question, askedBy, places: frame.places, isClosed: frame.closedAt !== null };
  });
