import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { impactWordsOf, problemsOfImpact, type WantedImpact } from "#app/domain/impact/assessment.ts";
import { mayWriteImpact } from "#app/domain/impact/reading.ts";
import { setImpactNeighbourhoods, updateImpact } from "#db/queries/impact.ts";
import { changeHeldImpact, type ImpactDeps, type ReadImpact } from "./change-impact-held.server.ts";
import { findImpactLinks } from "./impact-links.server.ts";

/** Changes what an assessment says; how tense it is, a review says. Null where the actor may not. */
export const changeImpact = (
  deps: ImpactDeps,
  actor: Actor,
  read: ReadImpact,
  wanted: WantedImpact,
): Promise<Change | null> =>
  changeHeldImpact(deps, actor, read, "impact.change", async (tx, { assessment, meeting }) => {
    const errors = problemsOfImpact(wanted);
    if (errors.length > 0) return { ok: false, errors };
    const neighbourhoodIds = [...new Set(wanted.neighbourhoodIds)];
    if (!mayWriteImpact(actor, neighbourhoodIds))
      return refused("neighbourhoodIds", "Choose only neighbourhoods of your own area");
    const found = await findImpactLinks(tx, actor, wanted, deps.now);
    if (!found.ok) return found;
    const { trigger, isProportionate } = wanted;
    // A meeting that is not theirs to read was not in the form: an empty field does not take it away.
    const meetingId = found.links.meetingId ?? (meeting === null ? assessment.meetingId : null);
    await updateImpact(tx, assessment, {
      ...impactWordsOf(wanted),
      ...found.links,
      meetingId,
      trigger,
      isProportionate,
      changedAt: deps.now,
    });
    await setImpactNeighbourhoods(tx, assessment.id, neighbourhoodIds);
    return { trigger, neighbourhoods: neighbourhoodIds.length };
  });
