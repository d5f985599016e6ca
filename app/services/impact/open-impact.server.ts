import { refused, type FieldError, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { impactWordsOf, problemsOfImpact, type WantedOpening } from "#app/domain/impact/assessment.ts";
import { mayWriteImpact } from "#app/domain/impact/reading.ts";
import { problemOfHours, reviewDueAfter } from "#app/domain/impact/review.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertImpact } from "#db/queries/impact.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { ImpactDeps } from "./change-impact-held.server.ts";
import { findImpactLinks } from "./impact-links.server.ts";

export type ImpactOpened = { ok: true; reference: string } | Refused;

/** Opens an assessment of the neighbourhoods that it touches; null for somebody who opens none anywhere. */
export const openImpact = (
  { db, now }: ImpactDeps,
  actor: Actor,
  wanted: WantedOpening,
): Promise<ImpactOpened | null> =>
  withActor(db, actor, async (tx): Promise<ImpactOpened | null> => {
    if (!can(actor, "impact:write")) return null;
    const errors = problemsOfOpening(wanted);
    if (errors.length > 0) return { ok: false, errors };
    const neighbourhoodIds = [...new Set(wanted.neighbourhoodIds)];
    if (!mayWriteImpact(actor, neighbourhoodIds))
      return refused("neighbourhoodIds", "Choose only neighbourhoods of your own area");
    const found = await findImpactLinks(tx, actor, wanted, now);
    if (!found.ok) return found;
    const { tension, trigger, isProportionate, reviewHours } = wanted;
    const values = {
      ...impactWordsOf(wanted),
      ...found.links,
      trigger,
      tension,
      isProportionate,
      isCritical: tension === "critical",
      reviewDueAt: reviewDueAfter(tension, now, reviewHours),
      openedBy: actor.accountId,
      openedAt: now,
      changedAt: now,
    };
    const { reference, stored } = await asPlatform(tx, () =>
      giveReference("impact", (drawn) => insertImpact(tx, { ...values, reference: drawn }, neighbourhoodIds)),
    );
    await recordAudit(tx, actor, now, {
      action: "impact.open",
      subjectKind: "impact",
      subjectId: stored.id,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
      details: { tension, trigger, neighbourhoods: neighbourhoodIds.length },
    });
    return { ok: true, reference };
  });

function problemsOfOpening(wanted: WantedOpening): FieldError[] {
  const hours = problemOfHours(wanted.tension, wanted.reviewHours);
  return [...problemsOfImpact(wanted), ...(hours === null ? [] : [{ field: "reviewHours", message: hours }])];
}
