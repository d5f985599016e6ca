import type { Actor } from "#app/domain/actor.ts";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import { judgeWords, wordsOnly } from "#app/domain/concern/judge-words.ts";
import { withAppeal } from "#app/domain/concern/written.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { keepAddedWords } from "#db/queries/concern.ts";
import { openAppeal } from "#db/queries/concern-appeal.ts";
import { findConcernWords } from "#db/queries/concern-triage.ts";
import type { Db } from "#db/types.ts";
import { moveConcernOn, type StepTaken } from "./move-concern.server.ts";
import { asRaiser, type OwnConcern } from "./own-concern.server.ts";
import { readSettings } from "#db/queries/setting.ts";
import { takeInWords } from "./take-in-words.server.ts";

/**
 * Whoever raised a concern asks for somebody else to look again at its rejection. What they add, in their own words,
 * is kept with those they had before and judged as those were.
 */
export const appealByRaiser = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  own: OwnConcern,
  added: string | null,
): Promise<StepTaken> =>
  asRaiser(db, actor, own, async (tx, concernId) => {
    const dueAt = workingDeadline(now, (await readSettings(tx)).appealWorkingDays);
    const addition = added === null ? null : await judgeAddition(tx, now, concernId, added);
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
        changes: { triageDueAt: dueAt, ...addition?.changes },
        alongside: async (concern) => {
          const { id, reference, neighbourhoodId, decidedBy } = concern;
          if (addition !== null) {
            await keepAddedWords(tx, id, addition.words);
            if (addition.judged.handOff !== null) await takeInWords(tx, now, concern, addition.judged);
          }
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

/** What the addition makes of the concern. Nobody is woken again for what was said before. */
async function judgeAddition(tx: Db, now: Date, concernId: string, added: string) {
  const before = await findConcernWords(tx, concernId);
  const words = withAppeal(before?.words ?? null, added);
  const judged = judgeWords(wordsOnly(added), now);
  const { flags } = judgeWords({ ...wordsOnly(words), ...before, words }, now);
  return { words, judged, changes: { flags, ...(judged.isUrgent ? { isUrgent: true } : {}) } };
}
