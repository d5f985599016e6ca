import type { Actor } from "#app/domain/actor.ts";
import { can } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { cycleSettingsOf } from "#app/domain/cycle/cycle-settings.ts";
import { datesOf, retimed, timetableOfDates } from "#app/domain/cycle/dates.ts";
import { extensionLine, problemsOfExtension } from "#app/domain/cycle/extension.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { timedStages } from "#app/domain/cycle/stages.ts";
import type { StageChange } from "#app/domain/cycle/timetable.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  insertCycleEvents,
  insertCycleExtension,
  listExtensions,
  lockCycle,
  placeOfCycle,
  updateCycle,
} from "#db/queries/cycle.ts";
import { insertNews } from "#db/queries/news.ts";
import { readPeriods } from "#db/queries/pre-election.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface WantedExtension extends StageChange {
  cycleId: string;
  /** The cycle as it was shown: two people who extend it at once do not add up unseen. */
  version: number;
}

/** Gives a stage more days, with a reason that residents read; all later stages move with it. */
export const extendCycle = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { cycleId, version, ...change }: WantedExtension,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle === null || !can(actor, "cycle:manage", { neighbourhoodId: cycle.neighbourhoodId }))
      return refused("form", "This cycle is not one of yours");
    if (cycle.version !== version)
      return refused("form", "Somebody changed this cycle meanwhile: look at its dates and try again");
    const pauses = pausesOf(await readPeriods(tx));
    const timetable = timetableOfDates(cycle, pauses);
    const changes = (await listExtensions(tx, cycleId)).flatMap(({ stage, extraDays, reason }) => {
      const timed = timedStages.find((one) => one === stage);
      return timed === undefined ? [] : [{ stage: timed, extraDays, reason }];
    });
    const settings = cycleSettingsOf(await readSettings(tx));
    const errors = [
      ...problemsOfExtension(change, { stage: cycle.stage, timetable, changes }, settings, londonDay(now)),
      ...problemsOfPublished({ reason: change.reason }),
    ];
    if (errors.length > 0) return { ok: false, errors };

    const extended = retimed(timetable, pauses, [change]);
    const { stage, extraDays, reason } = change;
    const line = extensionLine(change, extended);
    await updateCycle(tx, cycleId, { ...datesOf(extended), changedAt: now });
    await insertCycleExtension(tx, { cycleId, stage, extraDays, reason, by: actor.accountId, at: now });
    await insertCycleEvents(tx, [
      { cycleId, at: now, from: cycle.stage, to: cycle.stage, line, actorId: actor.accountId },
    ]);
    const { slug } = await placeOfCycle(tx, cycle.neighbourhoodId);
    await insertNews(tx, [
      {
        at: now,
        neighbourhoodId: cycle.neighbourhoodId,
        kind: "cycle",
        subjectId: cycleId,
        line,
        path: paths.cycle(slug, cycle.number),
      },
    ]);
    await recordAudit(tx, actor, now, {
      action: "cycle.extend",
      subjectKind: "cycle",
      subjectId: cycleId,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { stage, extraDays },
    });
    return done;
  });
