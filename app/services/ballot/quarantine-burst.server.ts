import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { acceptsBatches } from "#app/domain/ballot/open.ts";
import type { QuarantineReason } from "#app/domain/ballot/quarantine.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { holdCycleOpen } from "#db/queries/ballot.ts";
import { isCertified } from "#db/queries/tally.ts";
import { quarantineBallots, releaseBallots } from "#db/queries/turnout.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";

/** Ballots of one minute and one part of the area: nobody's in particular. */
export interface BurstWish {
  cycleId: string;
  minute: Date;
  part: string | null;
  /** Null takes them back. */
  reason: QuarantineReason | null;
}

export type BurstChanged = { ok: true; ballots: number } | Refused;

/** Puts the ballots of a burst aside with a reason, or takes them back, until the count is certified. */
export const quarantineBurst = (
  { db, now }: Pick<Deps, "db" | "now">,
  actor: Actor,
  { reason, ...burst }: BurstWish,
): Promise<BurstChanged | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const cycle = await holdCycleOpen(tx, burst.cycleId);
    if (cycle === null || !can(actor, "ballot:quarantine", cycle)) return null;
    if (!acceptsBatches(cycle.stage, await isCertified(tx, cycle.id)))
      return refused("form", "This vote is counted: ballots can no longer be put aside or taken back");
    const ballots =
      reason === null
        ? await releaseBallots(tx, burst)
        : await quarantineBallots(tx, burst, { by: actor.accountId, reason, now });
    if (ballots === 0) return refused("form", "These ballots have changed since. Look at the list again");
    await recordAudit(tx, actor, now, {
      action: reason === null ? "ballot.release" : "ballot.quarantine",
      subjectKind: "cycle",
      subjectId: cycle.id,
      neighbourhoodId: cycle.neighbourhoodId,
      reason,
      details: { ballots, minute: burst.minute.toISOString() },
    });
    return { ok: true, ballots };
  });
