import { refused, type Refused } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { checkSummary } from "#app/domain/concern/summary-check.ts";
import { checkUrgent, lapsesOn } from "#app/domain/priority/urgent.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdPlaces, proposePriority } from "./new-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

export interface WantedUrgent {
  neighbourhoodId: string;
  category: ConcernCategory;
  title: string;
  statement: string;
  /** Public: why it cannot wait. */
  reason: string;
}

/** A sergeant adds an urgent priority between cycles: it takes a place, and lapses unless the panel confirms it in time. */
export const addUrgentPriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { neighbourhoodId, category, title, statement, reason }: WantedUrgent,
): Promise<{ ok: true; reference: string } | Refused> =>
  withActor(db, actor, async (tx) => {
    if (!can(actor, "priority:add-urgent", { neighbourhoodId }))
      return refused("slug", "Choose a neighbourhood that you work for");
    const [problem] = checkSummary(statement, "").problems;
    if (problem !== undefined) return refused("statement", problem);
    const errors = problemsOfPublished({ title, reason });
    if (errors.length > 0) return { ok: false, errors };
    const { mostOpenPriorities, urgentLapseDays } = await readSettings(tx);
    const { room, freeSlots } = await holdPlaces(tx, neighbourhoodId, mostOpenPriorities);
    const allowed = checkUrgent(reason, room);
    if (!allowed.ok) return allowed;
    const [slot] = freeSlots;
    if (slot === undefined)
      return refused("form", "There is no room for another priority until one is closed");
    const today = londonDay(now);
    const until = lapsesOn(today, urgentLapseDays);
    const proposed = await proposePriority(tx, {
      neighbourhoodId,
      origin: "snt-urgent",
      category,
      title,
      statement,
      urgentReason: reason,
      lapsesOn: until,
      addedBy: actor.accountId,
      changedAt: now,
    });
    await tellRole(tx, "inspector", neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${proposed.reference}: added as urgent. Accept or decline it; it lapses on ${dayInWords(until)} unless the panel confirms it`,
      path: paths.staff.priority(proposed.reference),
    });
    const taken = await takePriorityStep(tx, { actor, now }, proposed, {
      step: "add-urgent",
      reason,
      changes: { slot, adoptedOn: today },
      action: "priority.add-urgent",
    });
    if (!taken.ok) throw new Error("A new urgent priority could not be adopted.");
    return { ok: true, reference: proposed.reference };
  });
