import {
  isOnTeamAlone,
  missingOfPlan,
  planWritten,
  writtenRefusal,
} from "#app/domain/abstraction/improvement-plan.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { paths } from "#app/paths.ts";
import { actionsOfImprovement } from "#db/queries/abstraction-improvement-action.ts";
import {
  insertImprovementEvent,
  lastToStep,
  updateImprovement,
} from "#db/queries/abstraction-improvement.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import {
  asRead,
  changeImprovement,
  recordImprovementAct,
  type ImprovementDeps,
} from "./change-improvement.server.ts";

interface Approval {
  id: string;
  /** As it was read. */
  version: number;
  /** Why no other unit has an action; asked for where none has. */
  whyTeamAlone: string;
}

/** Approves a plan that is whole, and so lets it run; null where the actor has no such improvement. */
export const approveImprovement = (
  deps: ImprovementDeps,
  actor: Actor,
  { id, version, whyTeamAlone }: Approval,
): Promise<Change | null> =>
  changeImprovement(deps, actor, id, async (tx, held): Promise<Change> => {
    const { improvement, team } = held;
    const overtaken = asRead(improvement, version);
    if (overtaken !== null) return overtaken;
    if (improvement.state !== "plan-required") return refused("form", "No plan waits to be approved");
    const actions = await actionsOfImprovement(tx, id);
    const planned = actions.filter(({ state }) => state !== "dropped");
    const missing = missingOfPlan(improvement, planned.length);
    if (missing.length > 0)
      return { ok: false, errors: missing.map(({ message }) => ({ field: "form", message })) };
    if (!isSeparate(actor, [improvement.ownerId, await lastToStep(tx, id, planWritten)]))
      return refused("form", "Ask somebody else to approve it: the plan is yours, or you wrote it last");
    const isAlone = isOnTeamAlone(
      planned.map(({ unit }) => unit),
      team.name,
    );
    const why = whyTeamAlone.trim();
    const refusal = isAlone
      ? writtenRefusal(why, "Add an action of the unit that takes the officers, or say why there is none")
      : null;
    if (refusal !== null) return refused("whyTeamAlone", refusal);
    await updateImprovement(tx, id, { state: "plan-live", liveAt: deps.now, changedAt: deps.now });
    await insertImprovementEvent(tx, {
      improvementId: id,
      at: deps.now,
      from: improvement.state,
      to: "plan-live",
      line: isAlone ? `The plan runs. Why every action is the team’s own: ${why}` : "The plan runs.",
      actorId: actor.accountId,
    });
    await insertStaffNotices(tx, improvement.ownerId === null ? [] : [improvement.ownerId], {
      at: deps.now,
      kind: "new",
      line: "Abstraction: your improvement plan is approved",
      path: paths.abstractions.improvement(id),
    });
    await recordImprovementAct(tx, actor, deps.now, held, {
      action: "abstraction.improve",
      details: { step: "approve", actions: planned.length, isOnTeamAlone: isAlone },
    });
    return done;
  });
