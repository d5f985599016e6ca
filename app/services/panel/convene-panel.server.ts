import { refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { callRefusal } from "#app/domain/panel/call.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { meetingsOfCycle } from "#db/queries/panel.ts";
import { countOfCycle, lockPanelCycle, markInterim, shortlistOf } from "#db/queries/panel-cycle.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openMeeting, problemOfPlan, type MeetingOpened, type MeetingPlan } from "./open-meeting.server.ts";
import { panelToday } from "./seats.server.ts";

/** Calls the panel of a cycle to decide on its shortlist; null where the actor has no such cycle. */
export const convenePanel = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { cycleId, ...plan }: MeetingPlan & { cycleId: string },
): Promise<MeetingOpened | null> =>
  withActor(db, actor, async (tx) => {
    const cycle = await lockPanelCycle(tx, cycleId);
    if (cycle === null || !can(actor, "panel:convene", cycle)) return null;
    const { neighbourhoodId, stage } = cycle;
    const before = await meetingsOfCycle(tx, cycleId);
    const shortlist = await shortlistOf(tx, cycleId);
    const count = await countOfCycle(tx, cycleId);
    const refusal = callRefusal({
      ...before,
      stage,
      shortlisted: shortlist.length,
      isCertified: count !== null,
    });
    if (refusal !== null) return refused("form", refusal);
    const settings = await readSettings(tx);
    const today = londonDay(now);
    const problem = problemOfPlan(plan, today, settings);
    if (problem !== null) return problem;
    const meetingsWithoutQuorum = before.withoutQuorum;
    const seated = await panelToday(tx, { neighbourhoodId, cycleId, meetingsWithoutQuorum }, today, settings);
    if (!seated.ok) return refused("form", seated.problem);
    const { panel } = seated;
    if (panel.isInterim && !cycle.isInterim) await markInterim(tx, cycleId, now);
    const placeOf = new Map(count?.rows.map(({ id, rank }) => [id, rank]));
    const id = await openMeeting(tx, { actor, now }, plan, {
      kind: "adopt",
      neighbourhoodId,
      cycleId,
      round: before.rounds + 1,
      panel,
      items: shortlist.map((candidate) => ({
        candidateId: candidate.id,
        place: placeOf.get(candidate.id) ?? shortlist.length,
      })),
    });
    return { ok: true, id };
  });
