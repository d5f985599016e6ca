import { and, asc, eq, sql } from "drizzle-orm";
import { londonDay } from "#app/domain/team/day.ts";
import { followings, news } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";
import { concerned } from "./feedback-ask.ts";
import type { Priority } from "./priority.ts";
import { rowsOf } from "./rows.ts";

export type News = typeof news.$inferSelect;

/** Locks the oldest line of news whose followers were not told yet and that no other process has; null for none. */
export async function lockUntoldNews(tx: Db): Promise<News | null> {
  const [line] = await tx
    .select()
    .from(news)
    .where(sql`${news.toldAt} is null`)
    .orderBy(asc(news.at), asc(news.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return line ?? null;
}

/** The mail of one line of news, the same for all its followers. */
export interface NewsMail {
  purpose: string;
  subject: string;
  body: string;
}

/**
 * Queues one mail for each follower of a line's subject or neighbourhood who wants every message and got none of this
 * line, at most `limit`; how many. A follower of both gets one. The mail's id is made of the line and the account, so
 * that a page which is done again doubles nothing.
 */
export async function queueForFollowers(
  tx: Db,
  { id, kind, subjectId, neighbourhoodId, at }: News,
  { purpose, subject, body }: NewsMail,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const moment = now.toISOString();
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      insert into messages (id, purpose, account_id, recipient, subject, body, is_secret, status, next_attempt_at, created_at)
      select mail_id, ${purpose}, account_id, email, ${subject}, ${body}, false, 'queued', ${moment}::timestamptz, ${moment}::timestamptz
      from (
        select distinct a.id as account_id, a.email, md5(${id}::text || a.id::text)::uuid as mail_id
        from followings f
        join accounts a on a.id = f.account_id and a.status = 'active' and a.email is not null
        where f.pace = 'each' and f.since <= ${at.toISOString()}::timestamptz
          and ((f.kind = ${kind}::followed_kind and f.subject_id = ${subjectId}::uuid)
            or (f.kind = 'neighbourhood' and f.subject_id = ${neighbourhoodId}::uuid))
          and not exists (select from mail_stops s where s.email_key = a.email_key and s.purpose in (${purpose}, 'all'))
      ) wanted
      where not exists (select from messages m where m.id = mail_id)
      order by account_id
      limit ${limit}
      on conflict (id) do nothing
      returning id`),
  );
  return rows.length;
}

/**
 * The same of what came of a priority, for each whom it concerns and who follows neither it nor its neighbourhood:
 * followers hear of it as they chose.
 */
export async function queueForConcerned(
  tx: Db,
  { id, kind, subjectId, neighbourhoodId, at }: News,
  priority: Priority,
  { purpose, subject, body }: NewsMail,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const moment = now.toISOString();
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      insert into messages (id, purpose, account_id, recipient, subject, body, is_secret, status, next_attempt_at, created_at)
      select mail_id, ${purpose}, account_id, email, ${subject}, ${body}, false, 'queued', ${moment}::timestamptz, ${moment}::timestamptz
      from (
        select distinct accounts.id as account_id, accounts.email, md5(${id}::text || accounts.id::text)::uuid as mail_id
        from ${concerned(priority, londonDay(at))} as concerned
        join accounts on accounts.id = concerned.account_id and accounts.status = 'active' and accounts.email is not null
          and accounts.kind in ('resident', 'member') and accounts.person_id is null and accounts.agency_id is null
        where not exists (select from followings f where f.account_id = accounts.id and f.since <= ${at.toISOString()}::timestamptz
            and ((f.kind = ${kind}::followed_kind and f.subject_id = ${subjectId}::uuid)
              or (f.kind = 'neighbourhood' and f.subject_id = ${neighbourhoodId}::uuid)))
          and not exists (select from mail_stops s where s.email_key = accounts.email_key and s.purpose in (${purpose}, 'all'))
      ) wanted
      where not exists (select from messages m where m.id = mail_id)
      order by account_id
      limit ${limit}
      on conflict (id) do nothing
      returning id`),
  );
  return rows.length;
}

export async function markNewsTold(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(news).set({ toldAt: now }).where(eq(news.id, id));
}

const toldBefore = (boundary: Date) =>
  and(
    eq(followings.pace, "monthly"),
    sql`coalesce(${followings.toldUntil}, ${followings.since}) < ${boundary.toISOString()}::timestamptz`,
  );

/** Accounts that have a digest to get, up to `boundary`. */
export async function listDigestReaders(db: Db, boundary: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: followings.accountId })
    .from(followings)
    .where(toldBefore(boundary))
    .orderBy(followings.accountId)
    .limit(limit);
  return rows.map(({ accountId }) => accountId);
}

/** Locks what an account follows by the month and was not told up to `boundary`; false where another process was first. */
export async function lockDigest(tx: Db, accountId: string, boundary: Date): Promise<boolean> {
  const rows = await tx
    .select({ subjectId: followings.subjectId })
    .from(followings)
    .where(and(eq(followings.accountId, accountId), toldBefore(boundary)))
    .for("update");
  return rows.length > 0;
}

export interface DigestLine {
  neighbourhood: string;
  line: string;
  path: string;
}

/**
 * What an account's digest tells up to `boundary`, by neighbourhood and in order: each line once, and none that it got
 * as a message of its own.
 */
export async function listDigestLines(
  tx: Db,
  accountId: string,
  boundary: Date,
  limit: number,
): Promise<DigestLine[]> {
  const until = boundary.toISOString();
  return rowsOf<DigestLine>(
    await tx.execute(sql`
      select coalesce(b.name, p.slug) as neighbourhood, n.line, n.path
      from news n
      join neighbourhoods p on p.id = n.neighbourhood_id
      left join boundaries b on b.neighbourhood_id = p.id
        and b.edition_id = (select t.edition_id from edition_terms t where t.noun = 'boundaries' and t.in_force_to is null)
      where n.at <= ${until}::timestamptz
        and not exists (select from priorities t where n.kind = 'priority' and t.id = n.subject_id
          and t.taken_down_at is not null)
        and exists (select from followings f where f.account_id = ${accountId}::uuid and f.pace = 'monthly'
          and n.at > coalesce(f.told_until, f.since)
          and ((f.kind = n.kind and f.subject_id = n.subject_id)
            or (f.kind = 'neighbourhood' and f.subject_id = n.neighbourhood_id)))
        and not exists (select from followings f where f.account_id = ${accountId}::uuid and f.pace = 'each'
          and f.since <= n.at
          and ((f.kind = n.kind and f.subject_id = n.subject_id)
            or (f.kind = 'neighbourhood' and f.subject_id = n.neighbourhood_id)))
      order by 1, n.at, n.id
      limit ${limit}`),
  );
}

export async function markDigestTold(tx: Db, accountId: string, boundary: Date): Promise<void> {
  await tx
    .update(followings)
    .set({ toldUntil: boundary })
    .where(and(eq(followings.accountId, accountId), toldBefore(boundary)));
}
