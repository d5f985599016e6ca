import { londonInstant } from "#app/domain/calendar/london-time.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { RosterAccount } from "#app/domain/roster/account.ts";
import { firstDayNotLate } from "#app/domain/abstraction/lateness.ts";
import { isLateReason, type LateReason } from "#app/domain/roster/late-reasons.ts";
import type { RosterRow } from "#app/domain/roster/read-row.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  accountForRoster,
  lastEndOfRosterEntries,
  markUnchangedEntries,
  writeRosterEntries,
} from "#db/queries/roster-entries.ts";
import { lockRosters, updateStagingRoster } from "#db/queries/roster-staging.ts";
import {
  addRosterDuties,
  allowNestedLoops,
  countRosterRows,
  markUnchangedDuties,
  refuseLate,
  refuseOverlapping,
  removeReplaced,
} from "#db/queries/roster-switch.ts";
import { withActor } from "#db/with-actor.ts";
import { lengthened, reachOf } from "./roster-reach.server.ts";

/** A roster that was read. */
export interface ReadRoster {
  rows: readonly RosterRow[];
  /** It says what was done in duties too, and not duties alone. */
  saysCodes: boolean;
  late: LateRows;
}

/** What becomes of days that may be published: they are free for the first load, or stay, or change for a reason. */
export type LateRows = "free" | "stay" | LateReason;

/**
 * Puts a staged roster in force in one transaction: duties, entries and the figures of the months that they touch. It
 * replaces what earlier rosters said of the days of posts that it covers, and nothing else.
 */
export function switchRoster(
  { db, now }: JobDeps,
  actor: Actor,
  rosterId: string,
  roster: ReadRoster,
): Promise<{ account: RosterAccount; problem: string | null }> {
  const notBefore = roster.late === "stay" ? firstDayNotLate(now()) : null;
  const { reach, touched, firstDay, lastDay } = reachOf(rosterId, roster, notBefore);
  return withActor(db, actor, async (tx) => {
    await lockRosters(tx);
    const lastEnd = await lastEndOfRosterEntries(tx, reach);
    const counts = await keepFigures(tx, lengthened(touched, lastEnd), async () => {
      await allowNestedLoops(tx, false);
      await markUnchangedDuties(tx, reach);
      await markUnchangedEntries(tx, reach);
      if (notBefore !== null) await refuseLate(tx, reach, londonInstant(notBefore, 0));
      await refuseOverlapping(tx, reach);
      const replaced = await removeReplaced(tx, reach);
      await addRosterDuties(tx, reach);
      const entries = await writeRosterEntries(tx, reach, { now: now(), accountId: actor.accountId });
      await allowNestedLoops(tx, true);
      await accountForRoster(tx, reach, entries.withdrawn);
      return { ...replaced, withdrawn: entries.withdrawn.length, recoded: entries.recoded };
    });
    const account = await countRosterRows(tx, rosterId);
    const problem = wordsOfConfirmed(counts.confirmed);
    const isInForce = await updateStagingRoster(tx, rosterId, {
      state: "in-force",
      firstDay,
      lastDay,
      finishedAt: now(),
      problem,
    });
    if (!isInForce)
      throw new ImportRefused(
        "Another import took this one’s place. Nothing of it came into force; import again.",
      );
    await recordAudit(tx, actor, now(), {
      action: "roster.import",
      subjectKind: "roster",
      subjectId: rosterId,
      reason: isLateReason(roster.late) ? roster.late : null,
      details: {
        taken: account.taken.rows,
        unchanged: account.unchanged.rows,
        ignored: account.ignored.rows,
        refused: account.refused.rows,
        removed: counts.removed,
        confirmedReplaced: counts.confirmed,
        withdrawn: counts.withdrawn,
        recoded: counts.recoded,
      },
    });
    return { account, problem };
  });
}

const wordsOfConfirmed = (count: number): string | null =>
  count === 0
    ? null
    : count === 1
      ? "One duty that was confirmed is replaced or gone. What took its place is to be confirmed again."
      : `${count.toLocaleString("en-GB")} duties that were confirmed are replaced or gone. What took their place is to be confirmed again.`;
