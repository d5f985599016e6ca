import { can, type Actor } from "#app/domain/actor.ts";
import { whyReadOnly } from "#app/domain/candidate/card.ts";
import { incidentKinds } from "#app/domain/candidate/incident-kinds.ts";
import { trendInWords } from "#app/domain/candidate/trend.ts";
import { listChoosable, listConcernsOf } from "#db/queries/candidate-concerns.ts";
import { findCandidate } from "#db/queries/candidate.ts";
import type { Cycle } from "#db/queries/cycle.ts";
import { lastIncidentMonth, trendOf } from "#db/queries/incident.ts";
import type { Db } from "#db/types.ts";

/** A candidate of a cycle as its page shows it; null where there is none of that number. */
export async function shownCandidate(tx: Db, actor: Actor, cycle: Cycle, number: number) {
  const candidate = await findCandidate(tx, cycle.id, number);
  if (candidate === null) return null;
  const { neighbourhoodId, stage } = cycle;
  const why = whyReadOnly(stage, can(actor, "candidate:write", { neighbourhoodId }));
  return {
    candidate,
    concerns: await listConcernsOf(tx, candidate.id),
    whyReadOnly: why,
    // What only a form needs.
    free: why === null ? await listChoosable(tx, cycle) : [],
    trend: why === null ? await trendFor(tx, neighbourhoodId, candidate.category) : null,
  };
}

async function trendFor(tx: Db, neighbourhoodId: string, category: keyof typeof incidentKinds) {
  const month = await lastIncidentMonth(tx);
  const trend = month === null ? null : await trendOf(tx, neighbourhoodId, incidentKinds[category], month);
  return trend === null ? null : { words: trendInWords(trend), source: trend.source };
}
