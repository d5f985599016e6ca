import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { figureChanges } from "#app/domain/measure/figure-changes.ts";
import { readFigures } from "#app/domain/measure/typed-figures.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { figuresOn, writeFigures } from "#db/queries/measure-change.ts";
import { changeMeasureOf, recordMeasured, type ReadMeasure } from "./change-measures.server.ts";

/**
 * Takes in figures as they were typed, one to a line: all of them, or none where a line cannot be read. What a
 * correction replaced is in the record. Null where the actor has no such measure.
 */
export const typeFigures = (
  deps: PlanDeps,
  actor: Actor,
  read: ReadMeasure,
  typed: string,
): Promise<Change | null> =>
  changeMeasureOf(deps, actor, read, async (tx, held, { id, kind }): Promise<Change> => {
    if (kind === "incidents") return refused("figures", "These figures are counted, so none are typed in");
    const { figures, problems } = readFigures(typed, kind, londonDay(deps.now));
    if (problems.length > 0)
      return { ok: false, errors: problems.map((message) => ({ field: "figures", message })) };
    const stored = await figuresOn(
      tx,
      id,
      figures.map(({ on }) => on),
    );
    const { write, remove, corrections, ...counts } = figureChanges(figures, stored);
    if (write.length + remove.length === 0) return done;
    await writeFigures(tx, id, { write, remove }, { at: deps.now, by: actor.accountId });
    await recordMeasured(tx, actor, deps.now, held, {
      step: "figures",
      measure: id,
      ...counts,
      ...(corrections.length === 0 ? {} : { corrections: corrections.join("; ") }),
    });
    return done;
  });
