import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemOfChanging } from "#app/domain/candidate/card.ts";
import { lockCandidate, type Candidate } from "#db/queries/candidate.ts";
import { lockCycle, type Cycle } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";

/** Holds a cycle whose candidates an actor may change now, or says why they may not. */
export async function holdCycle(
  tx: Db,
  actor: Actor,
  cycleId: string,
): Promise<{ ok: true; cycle: Cycle } | Refused> {
  const cycle = await lockCycle(tx, cycleId);
  if (cycle === null || !can(actor, "candidate:write", { neighbourhoodId: cycle.neighbourhoodId }))
    return refused("form", "This cycle is not one of yours");
  const problem = problemOfChanging(cycle.stage);
  return problem === null ? { ok: true, cycle } : refused("form", problem);
}

export interface CandidateAsShown {
  cycleId: string;
  /** Not its number, which another may have once it was removed. */
  id: string;
  /** The candidate as it was shown: two people who change one never overwrite each other. */
  version: number;
}

/** The same for one candidate of it, that nobody changed since it was shown. */
export async function holdCandidate(
  tx: Db,
  actor: Actor,
  { cycleId, id, version }: CandidateAsShown,
): Promise<{ ok: true; cycle: Cycle; candidate: Candidate } | Refused> {
  const held = await holdCycle(tx, actor, cycleId);
  if (!held.ok) return held;
  const candidate = await lockCandidate(tx, cycleId, id);
  if (candidate === null) return refused("form", "This candidate is no longer there");
  return candidate.version === version
    ? { ok: true, cycle: held.cycle, candidate }
    : refused(
        "form",
        "Somebody changed this candidate meanwhile. Copy what you wrote, then load the page again",
      );
}
