import type { Actor } from "#app/domain/actor.ts";
import { judgeSave, staleOf, type SaveResult, type SentField } from "#app/domain/plan/save.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { fieldsAsRead } from "#db/queries/plan-history.ts";
import { lockFields, writeFields } from "#db/queries/plan.ts";
import { changePlan, type PlanDeps } from "./change-plan.server.ts";

/** Its words stand as residents read them when they judged the work. */
const overWords = "The plan is closed: what is written in it stays as it is";

/**
 * Writes fields of a plan, each for itself: what somebody else changed meanwhile stays and is handed back, and so is
 * what cannot stand. Null where the actor has no such plan.
 */
export const savePlan = (
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  sent: readonly SentField[],
): Promise<SaveResult | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }) => {
    const stored = await lockFields(
      tx,
      plan.id,
      sent.map(({ name }) => name),
    );
    const stale = staleOf(sent, stored);
    const asRead = stale.length === 0 ? [] : await fieldsAsRead(tx, plan.id, stale);
    const result = judgeSave(sent, stored, asRead);
    if (result.written.length === 0) return result;
    if (plan.stage === "closed")
      return {
        written: [],
        conflicts: result.conflicts,
        problems: [...result.problems, ...result.written.map(({ name }) => ({ name, message: overWords }))],
      };
    await writeFields(tx, plan.id, result.written, { at: deps.now, by: actor.accountId });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.save",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { fields: result.written.map(({ name }) => name).join(" ") },
    });
    return result;
  });
