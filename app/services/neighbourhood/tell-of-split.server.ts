import { panelNotCarriedLine } from "#app/domain/neighbourhood/succession-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { countSeated } from "#db/queries/carry-members.ts";
import type { Db } from "#db/types.ts";

/** A neighbourhood that several follow. */
export interface Split {
  id: string;
  name: string;
  heirNames: readonly string[];
}

/** Tells inspectors of panels that nobody moved, because it takes a person to say who belongs to which heir. */
export async function tellOfSplit(tx: Db, now: Date, split: readonly Split[]): Promise<void> {
  if (split.length === 0) return;
  const seated = await countSeated(
    tx,
    split.map(({ id }) => id),
    londonDay(now),
  );
  const peopleIn = new Map(seated.map(({ neighbourhoodId, people }) => [neighbourhoodId, people]));
  // A few: each has an inspector of its own.
  for (const { id, name, heirNames } of split) {
    const people = peopleIn.get(id) ?? 0;
    if (people > 0)
      await tellRole(tx, "inspector", id, {
        at: now,
        kind: "new",
        line: panelNotCarriedLine(name, heirNames, people),
        path: paths.staff.members(),
      });
  }
}
