import { refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { meetingsOfPriority } from "#db/queries/panel.ts";
import { findPriorityById, lockPlaces, lockPriority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openMeeting, problemOfPlan, type MeetingOpened, type MeetingPlan } from "./open-meeting.server.ts";
import { panelToday } from "./seats.server.ts";

/** Calls a neighbourhood's panel to say whether a priority is done; null where the actor has no such priority. */
export const conveneSignOff = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { priorityId, ...plan }: MeetingPlan & { priorityId: string },
): Promise<MeetingOpened | null> =>
  withActor(db, actor, async (tx) => {
    const found = await findPriorityById(tx, priorityId);
    if (found === null || !can(actor, "panel:convene", found)) return null;
    const { neighbourhoodId } = found;
    await lockPlaces(tx, neighbourhoodId);
    const priority = await lockPriority(tx, priorityId);
    if (priority?.state !== "panel-decision")
      return refused("form", "This priority does not wait for the panel: residents are asked first");
    const before = await meetingsOfPriority(tx, priorityId, "sign-off");
    if (before.hasOpen) return refused("form", "A meeting about this priority is open already");
    const settings = await readSettings(tx);
    const today = londonDay(now);
    const problem = problemOfPlan(plan, today, settings);
    if (problem !== null) return problem;
    const called = { neighbourhoodId, cycleId: null, meetingsWithoutQuorum: before.withoutQuorum };
    const seated = await panelToday(tx, called, today, settings);
    if (!seated.ok) return refused("form", seated.problem);
    const id = await openMeeting(tx, { actor, now }, plan, {
      kind: "sign-off",
      neighbourhoodId,
      cycleId: null,
      round: before.withoutQuorum + 1,
      panel: seated.panel,
      items: [{ priorityId, place: 1 }],
    });
    return { ok: true, id };
  });
