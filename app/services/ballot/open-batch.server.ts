import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import { isEnteredByStaff } from "#app/domain/ballot/modes.ts";
import { acceptsBatches } from "#app/domain/ballot/open.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { holdCycleOpen } from "#db/queries/ballot.ts";
import { insertBatch } from "#db/queries/batch.ts";
import { isCertified } from "#db/queries/tally.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";

export type BatchOpened = { ok: true; batchId: string; number: number } | Refused;

/** Opens a numbered batch for papers or telephone calls; null where the cycle is not the actor's to enter for. */
export const openBatch = (
  { db, now }: Pick<Deps, "db" | "now">,
  actor: Actor,
  { cycleId, mode }: { cycleId: string; mode: BallotMode },
): Promise<BatchOpened | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await holdCycleOpen(tx, cycleId);
    if (cycle === null || !can(actor, "ballot:enter", cycle)) return null;
    if (!isEnteredByStaff(mode)) return refused("mode", "Choose how these ballots came in");
    if (!acceptsBatches(cycle.stage, await isCertified(tx, cycleId)))
      return refused(
        "mode",
        "Ballots can be entered from the day the vote opens until its count is certified",
      );
    const { id, number } = await insertBatch(tx, cycleId, mode, now);
    await recordAudit(tx, actor, now, {
      action: "batch.open",
      subjectKind: "batch",
      subjectId: id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { number, mode },
    });
    return { ok: true, batchId: id, number };
  });
