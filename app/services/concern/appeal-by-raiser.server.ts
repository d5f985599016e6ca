import type { Actor } from "#app/domain/actor.ts";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { openAppeal } from "#db/queries/concern-appeal.ts";
import type { Db } from "#db/types.ts";
import { moveConcernOn, type StepTaken } from "./move-concern.server.ts";
import { asRaiser, type OwnConcern } from "./own-concern.server.ts";

/** Whoever raised a concern asks for somebody else to look again at its rejection. */
export const appealByRaiser = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  own: OwnConcern,
): Promise<StepTaken> =>
  asRaiser(db, actor, own, (tx, concernId) => {
    const dueAt = workingDeadline(now, defaultSettings.appealWorkingDays);
    return moveConcernOn(
      tx,
      { actor, now },
      {
        concernId,
        version: own.version,
        step: "appeal",
        mover: "raiser",
        action: "concern.appeal",
        // The queue goes by it.
        changes: { triageDueAt: dueAt },
        alongside: async ({ id, reference, neighbourhoodId, decidedBy }) => {
          await openAppeal(tx, {
            concernId: id,
            appealedAt: now,
            dueAt,
            against: decidedBy,
          });
          await tellRole(tx, "moderator", neighbourhoodId, {
            at: now,
            kind: "new",
            line: `Concern ${reference} waits for somebody else to hear an appeal`,
            path: paths.staff.concern(id),
          });
        },
      },
    );
  });
