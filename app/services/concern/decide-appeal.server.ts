import { refused, type Change } from "#app/domain/account/change.ts";
import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { closeAppeal, findAppeal } from "#db/queries/concern-appeal.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Ends an appeal: the decision stands, or the concern goes back to triage. Only somebody else decides it. */
export const decideAppeal = (
  deps: DecisionDeps,
  actor: Actor,
  { outcome, reason, ...decided }: Decided & { outcome: "upheld" | "changed"; reason: string },
): Promise<Change> =>
  decideConcern(deps, actor, decided, async (tx, concern) => {
    const { accountId } = actor;
    const appeal = await findAppeal(tx, concern.id);
    if (accountId === null || !isSeparate(actor, [concern.decidedBy, appeal?.against ?? null]))
      return refused("form", "You rejected this concern, so somebody else must decide the appeal");
    const { now } = deps;
    return {
      ok: true,
      step: outcome === "upheld" ? "uphold" : "change",
      reason,
      action: "concern.decide-appeal",
      ...(outcome === "changed"
        ? { changes: { triageDueAt: workingDeadline(now, defaultSettings.triageWorkingDays) } }
        : {}),
      alongside: () => closeAppeal(tx, concern.id, { decidedBy: accountId, decidedAt: now, outcome }),
    };
  });
