import type { Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import type { DiversionRoute } from "#app/domain/concern/diversion.ts";
import { judgeWords } from "#app/domain/concern/judge-words.ts";
import { updateConcernWords, type ConcernWords } from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";
import { moveConcernOn } from "./move-concern.server.ts";
import { asRaiser, type OwnConcern } from "./own-concern.server.ts";
import { takeInWords } from "./take-in-words.server.ts";
import { readSettings } from "#db/queries/setting.ts";

export type ConcernReworded = { ok: true; route: DiversionRoute | null } | Refused;

/** Whoever raised a concern that was returned to them says it again in other words, which are judged as the first. */
export const rewordConcern = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  own: OwnConcern,
  words: ConcernWords,
): Promise<ConcernReworded> =>
  asRaiser(db, actor, own, async (tx, concernId) => {
    const { triageWorkingDays, urgentAlarmMinutes } = await readSettings(tx);
    const judged = judgeWords(words, now, urgentAlarmMinutes);
    const moved = await moveConcernOn(
      tx,
      { actor, now },
      {
        concernId,
        version: own.version,
        step: "reword",
        mover: "raiser",
        action: "concern.reword",
        changes: {
          flags: judged.flags,
          isUrgent: judged.isUrgent,
          triageDueAt: workingDeadline(now, triageWorkingDays),
        },
        alongside: async (concern) => {
          await updateConcernWords(tx, concern.id, words);
          await takeInWords(tx, now, concern, judged);
        },
      },
    );
    return moved.ok ? { ok: true, route: judged.route } : moved;
  });
