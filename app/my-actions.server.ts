import { scopeOf, type Actor } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { actionsOfMine } from "#db/queries/plan-action.ts";
import type { Db } from "#db/types.ts";

const usual = 30;

/** What somebody has to do, the latest first; of a partner, what their agency has, while it shares in it. */
export async function readMyActions(tx: Db, actor: Actor, today: Day, mostShown = usual) {
  const agencyIds = scopeOf(actor, "plan:read-own-actions")?.agencyIds ?? [];
  const accountId = actor.kind === "member" ? null : actor.accountId;
  // One more than is shown says whether there are more.
  const found = await actionsOfMine(tx, { accountId, agencyIds }, today, mostShown + 1);
  return { actions: found.slice(0, mostShown), hasMore: found.length > mostShown };
}
