import { and, asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Span } from "#app/domain/abstraction/month.ts";
import type { DutySource } from "#app/domain/abstraction/words.ts";
import { mostDutyHours } from "#app/domain/roster/read-row.ts";
import { duties } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";
import { isUuid } from "./uuid.ts";

export interface DutySpan {
  postId: string;
  startsAt: Date;
  endsAt: Date;
}

export interface ListedDuty extends DutySpan {
  id: string;
  source: DutySource;
  confirmedAt: Date | null;
}

const columns = {
  id: duties.id,
  postId: duties.postId,
  startsAt: duties.startsAt,
  endsAt: duties.endsAt,
  source: duties.source,
  confirmedAt: duties.confirmedAt,
};

// A team's week has some hundred; only a bound.
const mostDuties = 2_000;

/** The duties of posts that begin in a span, by time. */
export const listDutiesBegun = (
  db: Db,
  postIds: readonly string[],
  { from, to }: Span,
): Promise<ListedDuty[]> =>
  db
    .select(columns)
    .from(duties)
    .where(
      and(
        inArray(duties.postId, [...postIds]),
        gt(duties.startsAt, new Date(from.getTime() - 1)),
        lt(duties.startsAt, to),
      ),
    )
    .orderBy(asc(duties.startsAt), asc(duties.id))
    .limit(mostDuties);

export async function findDuty(db: Db, id: string): Promise<ListedDuty | null> {
  if (!isUuid(id)) return null;
  const [duty] = await db.select(columns).from(duties).where(eq(duties.id, id));
  return duty ?? null;
}

/** The same, held until the transaction ends. */
export async function lockDuty(tx: Db, id: string): Promise<ListedDuty | null> {
  const [duty] = await tx.select(columns).from(duties).where(eq(duties.id, id)).for("update");
  return duty ?? null;
}

const jsonOf = (spans: readonly DutySpan[]) =>
  JSON.stringify(
    spans.map(({ postId, startsAt, endsAt }) => ({
      post_id: postId,
      starts_at: startsAt,
      ends_at: endsAt,
    })),
  );
const asRows = (spans: readonly DutySpan[]) =>
  sql`jsonb_to_recordset(${jsonOf(spans)}::jsonb) as s(post_id uuid, starts_at timestamptz, ends_at timestamptz)`;

/** The duties, other than one, that spans would overlap, each once. */
export async function overlappingDuties(
  db: Db,
  spans: readonly DutySpan[],
  exceptId: string | null = null,
): Promise<DutySpan[]> {
  const rows = rowsOf<{ post_id: string; from: number; to: number }>(
    await db.execute(sql`
      select distinct d.post_id, extract(epoch from d.starts_at)::float8 as "from",
        extract(epoch from d.ends_at)::float8 as "to"
      from ${asRows(spans)}
      join duties d on d.post_id = s.post_id and d.starts_at < s.ends_at and d.ends_at > s.starts_at
        and d.starts_at > s.starts_at - make_interval(hours => ${mostDutyHours}::int)
      where d.id is distinct from ${exceptId}::uuid
      order by 2, 1
      limit ${mostDuties}`),
  );
  return rows.map(({ post_id, from, to }) => ({
    postId: post_id,
    startsAt: new Date(from * 1_000),
    endsAt: new Date(to * 1_000),
  }));
}

/** Adds duties in one statement, however many they are. */
export async function insertDuties(tx: Db, spans: readonly DutySpan[], source: DutySource): Promise<void> {
  await tx.execute(sql`
    insert into duties (post_id, starts_at, ends_at, source)
    select s.post_id, s.starts_at, s.ends_at, ${source}::duty_source from ${asRows(spans)}`);
}

/** Puts a duty at other times. It is the force's own from now on, and nobody has confirmed it. */
export async function moveDuty(
  tx: Db,
  id: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<void> {
  await tx
    .update(duties)
    .set({
      startsAt,
      endsAt,
      source: "manual",
      rosterId: null,
      confirmedAs: null,
      confirmedAt: null,
      confirmedBy: null,
      isConfirmedInTime: false,
    })
    .where(eq(duties.id, id));
}

export async function deleteDuty(tx: Db, id: string): Promise<void> {
  await tx.delete(duties).where(eq(duties.id, id));
}
