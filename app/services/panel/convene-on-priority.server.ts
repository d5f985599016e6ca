import { refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { meetingsOfPriority } from "#db/queries/panel.ts";
import { findPriorityById, lockPlaces, lockPriority, type Priority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openMeeting, problemOfPlan, type MeetingOpened, type MeetingPlan } from "./open-meeting.server.ts";
import { panelToday } from "./seats.server.ts";

export type PriorityMeeting = MeetingPlan & { priorityId: string };

/** Calls a neighbourhood's panel about one priority that waits for it; null where the actor has no such priority. */
export const conveneOnPriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { priorityId, ...plan }: PriorityMeeting,
  about: { kind: ResolutionKind; waits: (priority: Priority, today: Day) => boolean; otherwise: string },
): Promise<MeetingOpened | null> =>
  withActor(db, actor, async (tx) => {
    const found = await findPriorityById(tx, priorityId);
    if (found === null || !can(actor, "panel:convene", found)) return null;
    const { neighbourhoodId } = found;
    await lockPlaces(tx, neighbourhoodId);
    const priority = await lockPriority(tx, priorityId);
    const today = londonDay(now);
    if (priority === null || !about.waits(priority, today)) return refused("form", about.otherwise);
    const before = await meetingsOfPriority(tx, priorityId, about.kind);
    if (before.hasOpen) return refused("form", "A meeting about this priority is open already");
    const settings = await readSettings(tx);
    const problem = problemOfPlan(plan, today, settings);
    if (problem !== null) return problem;
    const called = { neighbourhoodId, cycleId: null, meetingsWithoutQuorum: before.withoutQuorum };
    const seated = await panelToday(tx, called, today, settings);
    if (!seated.ok) return refused("form", seated.problem);
    const id = await openMeeting(tx, { actor, now }, plan, {
      kind: about.kind,
      neighbourhoodId,
      cycleId: null,
      round: before.withoutQuorum + 1,
      panel: seated.panel,
      items: [{ priorityId, place: 1 }],
    });
    return { ok: true, id };
  });
