import type { AuditEntry } from "#app/domain/audit/audit.ts";
import { methodologyVersion } from "#app/domain/candidate/score.ts";
import { cycleSettingsOf } from "#app/domain/cycle/cycle-settings.ts";
import { datesOf } from "#app/domain/cycle/dates.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { timetableOf } from "#app/domain/cycle/timetable.ts";
import type { Day } from "#app/domain/team/day.ts";
import { insertCycle } from "#db/queries/cycle.ts";
import { readPeriods } from "#db/queries/pre-election.ts";
import { lockSettings, readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

export interface PlannedCycle {
  id: string;
  /** For the caller to record, last in its transaction. */
  entry: AuditEntry;
}

/** Plans cycles under the settings and pauses of this moment; null for one that somebody else has planned. */
export async function cyclePlanner(tx: Db, now: Date) {
  // Nobody sets a figure or a pause while a cycle is planned by the one before.
  await lockSettings(tx);
  const settings = cycleSettingsOf(await readSettings(tx));
  const pauses = pausesOf(await readPeriods(tx));
  return async (wanted: {
    neighbourhoodId: string;
    number: number;
    startsOn: Day;
  }): Promise<PlannedCycle | null> => {
    const { neighbourhoodId, number, startsOn } = wanted;
    const id = await insertCycle(tx, {
      neighbourhoodId,
      number,
      stage: "planned",
      ...datesOf(timetableOf(startsOn, settings, [], pauses)),
      methodologyVersion,
      changedAt: now,
    });
    if (id === null) return null;
    return {
      id,
      entry: {
        action: "cycle.plan",
        subjectKind: "cycle",
        subjectId: id,
        neighbourhoodId,
        details: { number, startsOn },
      },
    };
  };
}
