import { done, refused, type Change, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import type { ActionKind } from "#app/domain/plan/action.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertAction } from "#db/queries/plan-action.ts";
import { changePlan, type PlanDeps } from "./change-plan.server.ts";

/** Something to be done about a problem. */
export interface WantedAction {
  kind: ActionKind;
  /** Restricted. */
  task: string;
  /** What residents read of it; null while nobody has written it. */
  publicLine: string | null;
  /** Null for the police. */
  agencyId: string | null;
  ownerId: string | null;
  dueOn: Day;
  costPence: number | null;
}

const mostTask = 600;
const mostPublicLine = 300;

/** What is wrong with an action as it is wanted. */
function problemsOfAction({ task, publicLine, dueOn }: WantedAction, today: Day): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (task.trim() === "") say("task", "Say what is to be done");
  if (task.length > mostTask) say("task", `Shorten it to ${mostTask} characters or fewer`);
  if ((publicLine ?? "").length > mostPublicLine)
    say("publicLine", `Shorten it to ${mostPublicLine} characters or fewer`);
  if (dueOn < today) say("dueOn", "Enter a day that is today or later");
  for (const message of problemsOfPublicWords(task)) say("task", message);
  for (const message of problemsOfPublicWords(publicLine ?? "")) say("publicLine", message);
  return errors;
}

/** Adds an action to a plan; null where the actor has no such plan. */
export const addAction = (
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  wanted: WantedAction,
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }): Promise<Change> => {
    if (plan.stage === "closed") return refused("form", "The plan is closed");
    const errors = problemsOfAction(wanted, londonDay(deps.now));
    if (errors.length > 0) return { ok: false, errors };
    const line = wanted.publicLine?.trim() ?? "";
    const number = await insertAction(tx, plan.id, {
      ...wanted,
      task: wanted.task.trim(),
      publicLine: line === "" ? null : line,
      changedAt: deps.now,
    });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.act",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { number, step: "add" },
    });
    return done;
  });
