import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { improvementSummaries, type ImprovementSummary } from "#db/queries/abstraction-improvement-list.ts";
import type { Db } from "#db/types.ts";

/** So long panels read of what was closed. */
const closedDays = 365;

/** What a panel member or the chair of a partnership reads of the teams of their area; nothing for anybody else. */
export async function readImprovementSummaries(
  tx: Db,
  actor: Actor,
  now: Date,
): Promise<ImprovementSummary[]> {
  const scope = scopeOf(actor, "abstraction:read-summary");
  return scope === null ? [] : improvementSummaries(tx, scope, addDays(londonDay(now), -closedDays));
}
