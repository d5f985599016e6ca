import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { changeMeasure } from "#app/services/measure/change-measure.server.ts";
import type { ReadMeasure } from "#app/services/measure/change-measures.server.ts";
import { removeMeasure } from "#app/services/measure/remove-measure.server.ts";
import { typeFigures } from "#app/services/measure/type-figures.server.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import type { AskedOfMeasure } from "./schema.ts";

/** Carries out what a form of the page asks. */
export function carryOut(
  deps: PlanDeps,
  actor: Actor,
  place: Omit<ReadMeasure, "version">,
  { version, ...asked }: AskedOfMeasure,
): Promise<Change | null> {
  const read = { ...place, version };
  switch (asked.intent) {
    case "figures":
      return typeFigures(deps, actor, read, asked.figures);
    case "change":
      return changeMeasure(deps, actor, read, asked);
    case "remove":
      return removeMeasure(deps, actor, read);
  }
}
