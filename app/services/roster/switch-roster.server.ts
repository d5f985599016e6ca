import { londonInstant } from "#app/domain/calendar/london-time.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { RosterAccount } from "#app/domain/roster/account.ts";
import { mostDutyHours, type RosterRow } from "#app/domain/roster/read-row.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockRosters, updateStagingRoster } from "#db/queries/roster-staging.ts";
import {
  addRosterDuties,
  addRosterEntries,
  allowNestedLoops,
  countRosterRows,
  markUnchangedDuties,
  refuseOverlapping,
  removeReplaced,
} from "#db/queries/roster-switch.ts";
import { withActor } from "#db/with-actor.ts";

const hourMs = 3_600_000;

/**
 * Puts a staged roster in force in one transaction: duties, entries and the figures of the months that they touch. What
 * it replaces is what earlier rosters said of the posts in it, from its first day to its last.
 */
export function switchRoster(
  { db, now }: JobDeps,
  actor: Actor,
  rosterId: string,
  rows: readonly RosterRow[],
): Promise<{ account: RosterAccount; problem: string | null }> {
  const spoken = daysAndPosts(rows);
  const reach = {
    rosterId,
    postIds: spoken.postIds,
    from: londonInstant(spoken.firstDay, 0),
    to: londonInstant(addDays(spoken.lastDay, 1), 0),
  };
  // A duty that is replaced may last into the next month.
  const until = new Date(Math.max(spoken.lastEnd.getTime(), reach.to.getTime() + mostDutyHours * hourMs));
  const touched = spoken.postIds.map((postId) => ({ postId, from: reach.from, to: until }));
  return withActor(db, actor, async (tx) => {
    await lockRosters(tx);
    const counts = await keepFigures(tx, touched, async () => {
      await allowNestedLoops(tx, false);
      await markUnchangedDuties(tx, reach);
      await refuseOverlapping(tx, reach);
      const replaced = await removeReplaced(tx, reach);
      await addRosterDuties(tx, reach);
      await addRosterEntries(tx, reach, { now: now(), accountId: actor.accountId });
      await allowNestedLoops(tx, true);
      return replaced;
    });
    const account = await countRosterRows(tx, rosterId);
    const problem = wordsOfConfirmed(counts.confirmed);
    const isInForce = await updateStagingRoster(tx, rosterId, {
      state: "in-force",
      firstDay: spoken.firstDay,
      lastDay: spoken.lastDay,
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
      details: {
        taken: account.taken.rows,
        unchanged: account.unchanged.rows,
        ignored: account.ignored.rows,
        refused: account.refused.rows,
        removed: counts.removed,
        confirmedReplaced: counts.confirmed,
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

interface Spoken {
  postIds: string[];
  firstDay: Day;
  lastDay: Day;
  lastEnd: Date;
}

/** Of which posts and days the rows speak that were not refused: one that is left out says that there is no duty. */
function daysAndPosts(rows: readonly RosterRow[]): Spoken {
  const postIds = new Set<string>();
  let [first, last, lastEnd] = [Infinity, -Infinity, -Infinity];
  for (const { state, postId, startsAt, endsAt } of rows) {
    if (state === "refused" || postId === null || startsAt === null || endsAt === null) continue;
    postIds.add(postId);
    first = Math.min(first, startsAt.getTime());
    last = Math.max(last, startsAt.getTime());
    if (state === "taken") lastEnd = Math.max(lastEnd, endsAt.getTime());
  }
  if (postIds.size === 0) throw new Error("A roster without a row to take came to be put in force.");
  return {
    postIds: [...postIds].sort(),
    firstDay: londonDay(new Date(first)),
    lastDay: londonDay(new Date(last)),
    lastEnd: new Date(lastEnd),
  };
}
