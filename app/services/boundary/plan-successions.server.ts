import { successorsAmong, type Successor } from "#app/domain/neighbourhood/successors.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { overlapOf } from "#geo/overlap.ts";
import type { ComparedArea } from "./compare-areas.ts";

/** A neighbourhood that the new boundaries no longer have, and who takes over from it, the main heir first. */
export interface PlannedSuccession {
  code: string;
  name: string;
  successors: Successor[];
}

/** Finds by area who succeeds the neighbourhoods that are gone. */
export async function planSuccessions(
  gone: readonly ComparedArea[],
  after: readonly ComparedArea[],
): Promise<PlannedSuccession[]> {
  const turn = createTurn();
  const planned: PlannedSuccession[] = [];
  for (const { code, name, geometry } of gone) {
    // By the same arithmetic as its pieces, so that a whole is a whole.
    const whole = overlapOf(geometry, geometry).squareMetres;
    const pieces = [];
    for (const area of after) {
      const { squareMetres } = overlapOf(geometry, area.geometry);
      if (squareMetres > 0) pieces.push({ code: area.code, squareMetres });
      await turn();
    }
    planned.push({ code, name, successors: successorsAmong(whole, pieces) });
  }
  return planned;
}
