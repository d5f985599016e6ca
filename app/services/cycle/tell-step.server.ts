import { noticesOf } from "#app/domain/cycle/staff-lines.ts";
import type { Timetable } from "#app/domain/cycle/timetable.ts";
import type { Step } from "#app/domain/cycle/transition.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import type { Cycle, CyclePlace } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";

/** Tells staff what a step gives them to do. */
export async function tellStep(
  { tx, now, cycle, place }: { tx: Db; now: Date; cycle: Cycle; place: CyclePlace },
  step: Step,
  timetable: Timetable,
): Promise<void> {
  const path = paths.staff.cycle(cycle.id);
  // At most two: whoever answers for the neighbourhood, and a role.
  for (const { to, kind, line } of noticesOf(step, timetable, place.name)) {
    const notice = { at: now, kind, line, path };
    if (to === "responsible") await tellResponsible(tx, cycle.neighbourhoodId, notice);
    else await tellRole(tx, to, cycle.neighbourhoodId, notice);
  }
}
