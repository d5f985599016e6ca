import { done, type Change } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockOwnPriority, type ReadPriority } from "./lock-own-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

/** The inspector accepts a priority, and work begins. Null where the actor has no such priority. */
export const acceptPriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  read: ReadPriority,
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const own = await lockOwnPriority(tx, actor, "priority:accept", read);
    if (own?.ok !== true) return own;
    const { priority } = own;
    const taken = await takePriorityStep(tx, { actor, now }, priority, {
      step: "accept",
      changes: { acceptedAt: now, acceptedBy: actor.accountId },
      action: "priority.accept",
    });
    if (!taken.ok) return taken;
    const { planDays } = await readSettings(tx);
    const plansBy = addDays(priority.adoptedOn ?? londonDay(now), planDays);
    await tellResponsible(tx, priority.neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${priority.reference}: accepted. Its plans are due by ${dayInWords(plansBy)}`,
      path: paths.staff.priority(priority.reference),
    });
    return done;
  });
