import { done, refused, type Change, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { reportRefusals } from "#app/domain/plan/steps.ts";
import { openFeedback } from "#app/services/feedback/open-feedback.server.ts";
import { lockPriority } from "#db/queries/priority.ts";
import { insertOutcomeReport } from "#db/queries/plan.ts";
import { takePriorityStep } from "#app/services/priority/take-step.server.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";
import { readFacts } from "./read-facts.server.ts";

/** What the team tells residents at the end of its work. All of it is published. */
export interface Outcome {
  done: string;
  changed: string;
  notAchieved: string;
  remains: string;
  before: string;
  after: string;
}

const asked: Readonly<Record<keyof Outcome, string>> = {
  done: "Say what was done",
  changed: "Say what has changed",
  notAchieved: "Say what was not achieved, or that everything was",
  remains: "Say what remains to be done and who does it, or that nothing does",
  before: "Give the figure from before, and the time it is of",
  after: "Give the figure from after, and the time it is of",
};
const mostWords = 1_500;

const outcomeFields = ["done", "changed", "notAchieved", "remains", "before", "after"] as const;

function problemsOf(outcome: Outcome): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of outcomeFields) {
    const text = outcome[field].trim();
    if (text === "") errors.push({ field, message: asked[field] });
    else if (text.length > mostWords)
      errors.push({
        field,
        message: `Shorten it to ${mostWords} characters or fewer. It has ${text.length}`,
      });
    else errors.push(...problemsOfPublicWords(text).map((message) => ({ field, message })));
  }
  return errors;
}

/**
 * The sergeant files the outcome of a plan that was worked through to its end, and residents are asked from then on;
 * null where the actor has no such plan.
 */
export const fileOutcome = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version, outcome }: { reference: string; version: number; outcome: Outcome },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:approve", reference, async (tx, { plan, priority }): Promise<Change> => {
    const overtaken = asRead(plan, version);
    if (overtaken !== null) return overtaken;
    const [refusal] = reportRefusals(await readFacts(tx, plan));
    if (refusal !== undefined) return refused("form", refusal);
    const errors = problemsOf(outcome);
    if (errors.length > 0) return { ok: false, errors };
    const locked = await lockPriority(tx, priority.id);
    if (locked === null) return refused("form", "This priority is no longer there");
    await insertOutcomeReport(tx, plan.id, { ...outcome, filedBy: actor.accountId, filedAt: deps.now });
    const taken = await takePriorityStep(tx, { actor, now: deps.now }, locked, {
      step: "report-outcome",
      onRecord: ["outcome"],
      action: "plan.report",
    });
    if (!taken.ok) return taken;
    await openFeedback(tx, deps.now, taken.priority);
    return done;
  });
