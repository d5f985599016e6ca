import { writtenRefusal } from "#app/domain/abstraction/improvement-plan.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updateImprovement } from "#db/queries/abstraction-improvement.ts";
import {
  asRead,
  changeImprovement,
  recordImprovementAct,
  type ImprovementDeps,
} from "./change-improvement.server.ts";

/** Says what made the difference, of what is closed: panels read it. Null where the actor has no such improvement. */
export const writeImprovementResult = (
  deps: ImprovementDeps,
  actor: Actor,
  { id, version, result }: { id: string; version: number; result: string },
): Promise<Change | null> =>
  changeImprovement(deps, actor, id, async (tx, held): Promise<Change> => {
    const overtaken = asRead(held.improvement, version);
    if (overtaken !== null) return overtaken;
    if (held.improvement.closedAt === null)
      return refused("form", "It is not closed yet: three months within the target close it");
    const refusal = writtenRefusal(result, "Say in a sentence what made the difference");
    if (refusal !== null) return refused("result", refusal);
    await updateImprovement(tx, id, { result: result.trim(), changedAt: deps.now });
    await recordImprovementAct(tx, actor, deps.now, held, {
      action: "abstraction.improve",
      details: { step: "result" },
    });
    return done;
  });
