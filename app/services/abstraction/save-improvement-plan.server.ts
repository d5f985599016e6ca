import {
  isPlanOpen,
  missingOfPlan,
  planWritten,
  problemsOfPlan,
  type ImprovementPlan,
} from "#app/domain/abstraction/improvement-plan.ts";
import { rateOf } from "#app/domain/abstraction/rate.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { actionsOfImprovement } from "#db/queries/abstraction-improvement-action.ts";
import { insertImprovementEvent, updateImprovement } from "#db/queries/abstraction-improvement.ts";
import { monthsOfTeam } from "#db/queries/abstraction-judgement.ts";
import {
  asRead,
  changeImprovement,
  recordImprovementAct,
  type ImprovementDeps,
} from "./change-improvement.server.ts";
import { planOwnersOf } from "./improvement-owners.server.ts";

interface WrittenPlan extends ImprovementPlan {
  id: string;
  /** As it was read. */
  version: number;
}

const fieldOf = { ownerId: "owner", targetTenths: "targetRate", targetOn: "targetOn" } as const;

/** Writes the plan of an improvement; null where the actor has no such improvement. What runs stays whole. */
export const saveImprovementPlan = (
  deps: ImprovementDeps,
  actor: Actor,
  { id, version, ...written }: WrittenPlan,
): Promise<Change | null> =>
  changeImprovement(deps, actor, id, async (tx, held): Promise<Change> => {
    const { improvement, team } = held;
    const overtaken = asRead(improvement, version);
    if (overtaken !== null) return overtaken;
    if (!isPlanOpen(improvement.state)) return refused("form", "No plan is asked for now");
    const today = londonDay(deps.now);
    const { openedFor } = improvement;
    const [opened] = await monthsOfTeam(tx, team.id, { from: openedFor, to: openedFor });
    const openedTenths = opened === undefined ? null : (rateOf(opened)?.tenths ?? null);
    const errors = problemsOfPlan(written, { today, before: improvement, openedTenths });
    const isLive = improvement.state !== "plan-required";
    const actions = isLive ? await actionsOfImprovement(tx, id) : [];
    if (isLive) errors.push(...missingOfPlan(written, actions.length));
    // What was approved is not changed without whoever approved it: it is what the team is held to.
    if (isLive)
      errors.push(
        ...(["ownerId", "targetTenths", "targetOn"] as const)
          // What is empty is missing: that is said already.
          .filter((name) => written[name] !== null && improvement[name] !== null)
          .filter((name) => written[name] !== improvement[name])
          .map((name) => ({ field: fieldOf[name], message: "This was approved with the plan, and stays" })),
      );
    const isGivenOn = written.ownerId !== null && written.ownerId !== improvement.ownerId;
    const owners = isGivenOn ? await planOwnersOf(tx, team, today) : [];
    if (isGivenOn && !owners.some(({ accountId }) => accountId === written.ownerId))
      errors.push({ field: "owner", message: "Choose again whose it is: this choice is no longer there" });
    if (errors.length > 0) return { ok: false, errors };
    await updateImprovement(tx, id, {
      rootCause: written.rootCause.trim(),
      target: written.target.trim(),
      targetTenths: written.targetTenths,
      targetOn: written.targetOn,
      publicSummary: written.publicSummary.trim(),
      ownerId: written.ownerId,
      changedAt: deps.now,
    });
    await insertImprovementEvent(tx, {
      improvementId: id,
      at: deps.now,
      from: improvement.state,
      to: improvement.state,
      line: planWritten,
      actorId: actor.accountId,
    });
    await recordImprovementAct(tx, actor, deps.now, held, {
      action: "abstraction.improve",
      details: { step: "plan", targetTenths: written.targetTenths, targetOn: written.targetOn },
    });
    return done;
  });
