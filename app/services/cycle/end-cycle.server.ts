import { can, platform, type Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { endedEarlyLine } from "#app/domain/cycle/public-lines.ts";
import { reasonNotToEnd } from "#app/domain/cycle/transition.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordAudit, recordAudits } from "#db/queries/audit.ts";
import { insertCycleEvents, lockCycle, placeOfCycle, updateCycle } from "#db/queries/cycle.ts";
import { insertNews } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { closeCycle } from "./close-cycle.server.ts";

/**
 * Ends a cycle before its time, with a reason that residents read; the next one opens tomorrow. Where residents have
 * begun to vote it cannot be done. Settling the concerns takes the platform's scope; the act is the person's.
 */
export const endCycle = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { cycleId, version, reason }: { cycleId: string; version: number; reason: string },
): Promise<Change> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle === null || !can(actor, "cycle:manage", { neighbourhoodId: cycle.neighbourhoodId }))
      return refused("form", "This cycle is not one of yours");
    if (cycle.version !== version)
      return refused("form", "Somebody changed this cycle meanwhile: look at it and try again");
    const problem = reasonNotToEnd(cycle.stage, reason);
    if (problem !== null) return refused("reason", problem);
    const errors = problemsOfPublished({ reason });
    if (errors.length > 0) return { ok: false, errors };

    const today = londonDay(now);
    const { neighbourhoodId } = cycle;
    const place = await placeOfCycle(tx, neighbourhoodId);
    const line = endedEarlyLine(today, reason.trim());
    await updateCycle(tx, cycleId, { stage: "closed", changedAt: now });
    const { entries, news } = await closeCycle({ tx, now, cycle, place }, addDays(today, 1));
    await insertCycleEvents(tx, [
      { cycleId, at: now, from: cycle.stage, to: "closed", line, actorId: actor.accountId },
    ]);
    const path = paths.cycle(place.slug, cycle.number);
    await insertNews(tx, [
      { at: now, neighbourhoodId, kind: "cycle", subjectId: cycleId, line, path },
      ...news,
    ]);
    await recordAudit(tx, actor, now, {
      action: "cycle.move",
      subjectKind: "cycle",
      subjectId: cycleId,
      neighbourhoodId,
      details: { number: cycle.number, from: cycle.stage, to: "closed", isEarly: true },
    });
    await recordAudits(tx, platform(actor.requestId), now, entries);
    return done;
  });
