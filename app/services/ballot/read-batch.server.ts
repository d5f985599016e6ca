import { can, platform, type Actor } from "#app/domain/actor.ts";
import { keyingRefusal, type Keying } from "#app/domain/ballot/batch.ts";
import { compareKeyings } from "#app/domain/ballot/keying.ts";
import { findCycle, type Cycle } from "#db/queries/ballot.ts";
import { findBatch, linesOf, type BatchRow, type KeptLine } from "#db/queries/batch.ts";
import { findSlug, listDecidedCandidates } from "#db/queries/vote.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { batchOf, keyedLines } from "./key-batch.server.ts";

export interface BatchForStaff {
  batch: BatchRow;
  cycle: Cycle;
  slug: string;
  /** The entry that is this person's to make now; null where none is. */
  keying: Keying | null;
  /** Why none is, in words. */
  refusal: string | null;
  /** What this person entered before, to be put right. */
  lines: readonly KeptLine[];
  differences: readonly string[];
  shortlist: readonly { number: number; title: string }[];
}

/**
 * A batch as somebody who enters ballots may see it: what another entered stays hidden, but for where the two entries
 * differ. Null where it is not theirs.
 */
export const readBatch = (
  { db }: Pick<Deps, "db">,
  actor: Actor,
  batchId: string,
): Promise<BatchForStaff | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const batch = await findBatch(tx, batchId);
    const cycle = batch === null ? null : await findCycle(tx, batch.cycleId);
    if (batch === null || cycle === null || !can(actor, "ballot:enter", cycle)) return null;
    const [first, second] = (["first", "second"] as const).map((one) =>
      keyingRefusal(actor, batchOf(batch), one),
    );
    const keying = first === null ? "first" : second === null ? "second" : null;
    const kept = await linesOf(tx, batch.id);
    const ownPass = keying === "first" ? 1 : 2;
    const isDiffering = batch.state === "differing" && keying !== null;
    const candidates = await listDecidedCandidates(tx, cycle.id);
    return {
      batch,
      cycle,
      slug: await findSlug(tx, cycle.neighbourhoodId),
      keying,
      refusal: keying === null ? (batch.state === "open" ? (first ?? null) : (second ?? null)) : null,
      lines: keying === null ? [] : kept.filter(({ pass }) => pass === ownPass),
      differences: isDiffering
        ? compareKeyings(keyedLines(kept, 1), keyedLines(kept, 2)).map(({ words }) => words)
        : [],
      shortlist: candidates.flatMap(({ number, title, isShortlisted }) =>
        isShortlisted === true ? [{ number, title }] : [],
      ),
    };
  });
