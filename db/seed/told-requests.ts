import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { editionIdAt } from "#db/queries/edition-at.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { uuidArray } from "#db/queries/uuid.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import {
  askedTeams,
  authorised,
  constablesOf,
  undecidedAndRefused,
  type FreeDuty,
} from "./demonstration/duties/ask-rows.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { disputeWords } from "./demonstration/duties/words.ts";
import { insertAll } from "./insert-all.ts";
import { seedId } from "./seed-id.ts";

/** Requests for an officer in each state: two wait, the others were decided in the last fortnight. */
export async function writeRequests(tx: Db, teams: readonly DutyTeam[], now: Date): Promise<void> {
  const told: ReturnType<typeof authorised>[] = [];
  for (const [number, code] of askedTeams.entries()) {
    const free = await freeDuty(
      tx,
      constablesOf(teams, code).map(({ id }) => id),
      now,
    );
    if (free !== null) told.push(authorised(code, free, number > 0));
  }
  await insertAll(
    tx,
    schema.abstractionRequests,
    told.map(({ request }) => request),
  );
  const touched = told.map(({ entry }) => ({ postId: entry.postId, from: entry.startsAt, to: entry.endsAt }));
  await keepFigures(tx, touched, () =>
    insertAll(
      tx,
      schema.abstractionEntries,
      told.map(({ entry }) => entry),
    ),
  );
  await insertAll(tx, schema.abstractionRequests, undecidedAndRefused(teams, now));
}

/** The last duty of one of these posts, over for some days, in which nothing is logged. */
async function freeDuty(tx: Db, postIds: readonly string[], now: Date): Promise<FreeDuty | null> {
  const [found] = rowsOf<{ post_id: string; starts_at: string }>(
    await tx.execute(sql`
      select d.post_id, to_char(d.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at
      from duties d
      where d.post_id = any(${uuidArray(postIds)}) and d.confirmed_as is distinct from 'logged'
        and d.ends_at < ${now.toISOString()}::timestamptz - interval '2 days'
        and d.ends_at > ${now.toISOString()}::timestamptz - interval '20 days'
        and not exists (select from abstraction_entries e where e.post_id = d.post_id and e.is_latest
          and e.starts_at < d.ends_at and e.ends_at > d.starts_at)
      order by d.confirmed_at is null desc, d.starts_at desc, d.post_id limit 1`),
  );
  return found === undefined ? null : { postId: found.post_id, from: new Date(found.starts_at) };
}

/** A dispute that waits for its answer, and one that was answered: of officers whom a visitor may become. */
export async function writeDisputes(tx: Db, teams: readonly DutyTeam[], now: Date): Promise<void> {
  const { abstractionEntries: entries, accounts, postHoldings, abstractionDisputes } = schema;
  const disputed = await tx
    .select({
      entryId: entries.id,
      entryVersion: entries.version,
      postId: entries.postId,
      raisedBy: accounts.id,
      enteredAt: entries.enteredAt,
    })
    .from(entries)
    .innerJoin(postHoldings, eq(postHoldings.postId, entries.postId))
    .innerJoin(accounts, eq(accounts.personId, postHoldings.personId))
    .where(
      and(
        eq(postHoldings.editionId, editionIdAt(tx, "teams")),
        eq(postHoldings.kind, "substantive"),
        isNull(postHoldings.heldTo),
        eq(entries.isLatest, true),
        eq(entries.source, "log"),
        inArray(entries.code, ["R1", "C1", "S1", "D1", "A1"]),
        inArray(
          entries.postId,
          constablesOf(teams, "ALF").map(({ id }) => id),
        ),
        sql`${entries.endsAt} < ${now.toISOString()}::timestamptz - interval '3 days'`,
      ),
    )
    .orderBy(desc(entries.startsAt), entries.id)
    .limit(2);
  const inspectorId = teams.find(({ code }) => code === "ALF")?.inspectorId ?? null;
  const after = (at: Date, days: number) =>
    new Date(Math.min(now.getTime() - 3_600_000, at.getTime() + days * 86_400_000));
  await insertAll(
    tx,
    abstractionDisputes,
    disputed.map(({ enteredAt, ...entry }, number) => ({
      id: seedId("abstraction-dispute", String(number)),
      ...entry,
      raisedAt: after(enteredAt, 1),
      words: disputeWords[number] ?? "",
      ...(number === 0
        ? {}
        : {
            state: "refused" as const,
            answer: "The command and control record shows the whole shift, so the entry stands.",
            answeredBy: inspectorId,
            answeredAt: after(enteredAt, 2),
          }),
    })),
  );
}
