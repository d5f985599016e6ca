import { platform } from "#app/domain/actor.ts";
import { lastReceiptDay } from "#app/domain/ballot/receipt-time.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { findKeyDestruction } from "#db/queries/cycle-key.ts";
import { readSettings } from "#db/queries/setting.ts";
import { findTally } from "#db/queries/tally.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** The last day on which receipts of a vote can be looked up; null before its count is certified. */
export const receiptsUntil = ({ db }: { db: Db }, cycleId: string): Promise<Day | null> =>
  withActor(db, platform(), async (tx) => {
    const tally = await findTally(tx, cycleId);
    if (tally === null) return null;
    // A vote without a key had no ballots that were anybody's; its page says the same as that of any other.
    const { keyDestroyedDays } = await readSettings(tx);
    const destroyOn = await findKeyDestruction(tx, cycleId);
    return lastReceiptDay(destroyOn ?? addDays(londonDay(tally.certifiedAt), keyDestroyedDays));
  });
