import { refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfWords } from "#app/domain/impact/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findQuestionTo, frameOfQuestion, writeAdvice } from "#db/queries/impact-advice.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { ImpactDeps } from "./change-impact-held.server.ts";
import { ownersOfImpact } from "./impact-owners.server.ts";

/** An adviser answers a question that was put to them; null where none was. */
export const advise = (
  { db, now }: ImpactDeps,
  actor: Actor,
  { consultationId, advice }: { consultationId: string; advice: string },
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const { accountId } = actor;
    if (accountId === null || !can(actor, "impact:advise")) return null;
    const question = await findQuestionTo(tx, accountId, consultationId);
    if (question === null) return null;
    const { assessmentId } = question;
    const frame = await asPlatform(tx, () => frameOfQuestion(tx, assessmentId));
    if (frame === null || frame.closedAt !== null)
      return refused("form", "The assessment is closed. Your advice is not needed any more");
    const errors = problemsOfWords("advice", advice, "Enter your advice");
    if (errors.length > 0) return { ok: false, errors };
    const of = { adviserId: accountId };
    if (!(await writeAdvice(tx, { id: consultationId, of, advice: advice.trim(), advisedAt: now })))
      return refused("form", "You have given your advice already");
    const { reference } = frame;
    await asPlatform(tx, async () =>
      insertStaffNotices(tx, await ownersOfImpact(tx, frame, londonDay(now)), {
        at: now,
        kind: "new",
        line: `${reference}: an adviser has answered`,
        // An address of its own: reminders of its review are told apart by theirs.
        path: `${paths.tasking.impact(reference)}#advice`,
      }),
    );
    await recordAudit(tx, actor, now, {
      action: "impact.advise",
      subjectKind: "impact",
      subjectId: assessmentId,
      details: { consultation: consultationId, isRecorded: false },
    });
    return { ok: true };
  });
