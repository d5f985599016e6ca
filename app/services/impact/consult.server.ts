import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfAdvice, type WantedAdvice } from "#app/domain/impact/advice.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { insertConsultation, isAsked } from "#db/queries/impact-advice.ts";
import { holdersOver } from "#db/queries/impact-people.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import { changeHeldImpact, type ImpactDeps } from "./change-impact-held.server.ts";

/** Asks for advice: of an adviser, who is told and answers here, or of somebody who is asked in person. Null where the actor may not. */
export const consult = (
  deps: ImpactDeps,
  actor: Actor,
  reference: string,
  wanted: WantedAdvice,
): Promise<Change | null> =>
  changeHeldImpact(
    deps,
    actor,
    { reference, version: null },
    "impact.consult",
    async (tx, { assessment, neighbourhoodIds }) => {
      const { now } = deps;
      const advisers = await holdersOver(tx, "iag-adviser", neighbourhoodIds, londonDay(now));
      const errors = problemsOfAdvice(
        wanted,
        advisers.map(({ id }) => id),
      );
      if (errors.length > 0) return { ok: false, errors };
      const { kind, who, adviserId, question } = wanted;
      const asked = {
        assessmentId: assessment.id,
        kind,
        who: who.trim(),
        adviserId,
        question: question.trim(),
      };
      // A form that was sent twice asks once.
      if (await isAsked(tx, asked)) return null;
      const id = await insertConsultation(tx, {
        ...asked,
        askedBy: actor.accountId,
        askedAt: now,
      });
      if (adviserId !== null)
        await insertStaffNotices(tx, [adviserId], {
          at: now,
          kind: "new",
          line: "Your advice is asked on a community impact assessment",
          path: paths.partners.advice(id),
        });
      return { consultation: id, kind, answersHere: adviserId !== null };
    },
  );
