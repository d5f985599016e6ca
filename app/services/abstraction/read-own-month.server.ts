import { spanOfMonth, type Month } from "#app/domain/abstraction/month.ts";
import { ownTotals } from "#app/domain/abstraction/own-month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { listDisputesOf } from "#db/queries/abstraction-dispute.ts";
import { listOwnDuties, listOwnVersions } from "#db/queries/own-abstraction.ts";
import type { Db } from "#db/types.ts";

/** An officer's own month: duties, entries in all their versions, what they disputed, and their own totals. */
export async function readOwnMonth(tx: Db, accountId: string, month: Month) {
  const span = spanOfMonth(month);
  const duties = await listOwnDuties(tx, accountId, span);
  const versions = await listOwnVersions(tx, accountId, span);
  const { codes: rules } = await definitionAt(tx, month);
  const latest = versions.filter(({ isLatest }) => isLatest);
  const disputes = await listDisputesOf(
    tx,
    latest.map(({ id }) => id),
  );
  return {
    month,
    totals: ownTotals(
      { duties, entries: latest.filter(({ isWithdrawn }) => !isWithdrawn) },
      { month, rules },
    ),
    duties: duties.filter(({ startsAt }) => londonDay(startsAt) >= month),
    entries: latest.map((entry) => ({
      ...entry,
      words: rules.find(({ code }) => code === entry.code)?.words ?? "",
      earlier: versions.filter(({ id, isLatest }) => id === entry.id && !isLatest),
      disputes: disputes.filter(({ entryId }) => entryId === entry.id),
    })),
  };
}

export type OwnMonth = Awaited<ReturnType<typeof readOwnMonth>>;
