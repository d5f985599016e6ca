import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { everyStoppable, type MailPurpose } from "#app/domain/mail/mail.ts";
import { accounts } from "#db/schema/account.ts";
import { concerns, concernSupporters } from "#db/schema/concern.ts";
import { mailStops } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** Somebody to write to of one of the concerns asked about, and whether they stopped messages of that kind. */
export interface Reader {
  concernId: string;
  accountId: string;
  email: string;
  hasStopped: boolean;
}

/** More than raise any concern; only bounds. */
const mostReadersEach = 5_000;

// A concern, and all that were merged into it, one after another.
const family = (concernId: string) => sql`(
  with recursive family (id) as (
    select ${concernId}::uuid
    union select ${concerns.id} from ${concerns} join family on ${concerns.mergedIntoId} = family.id
  ) select id from family)`;

const peopleOf = (concernId: string) => sql`(
  select ${concerns.raisedBy} from ${concerns}
    where ${concerns.id} in ${family(concernId)} and ${concerns.raisedBy} is not null
  union select ${concernSupporters.accountId} from ${concernSupporters}
    where ${concernSupporters.concernId} in ${family(concernId)})`;

// Of each of some concerns, itself and all that were merged into it, with whoever stands behind them.
const peopleOfEach = (concernIds: readonly string[]) => sql`(
  with recursive families (concern_id, id) as (
    select ${concerns.id}, ${concerns.id} from ${concerns} where ${inArray(concerns.id, [...concernIds])}
    union
    select families.concern_id, ${concerns.id} from ${concerns} join families on ${concerns.mergedIntoId} = families.id
  )
  select families.concern_id, ${concerns.raisedBy} as account_id
    from families join ${concerns} on ${concerns.id} = families.id where ${concerns.raisedBy} is not null
  union
  select families.concern_id, ${concernSupporters.accountId}
    from families join ${concernSupporters} on ${concernSupporters.concernId} = families.id)`;

/**
 * The residents with an address who raised one of some concerns, added themselves to it, or did so with one that was
 * merged into it: once for each of the concerns. Call it as the platform or as staff.
 */
export const listRaisers = (db: Db, concernIds: readonly string[], purpose: MailPurpose): Promise<Reader[]> =>
  db
    .select({
      concernId: sql<string>`behind.concern_id`,
      accountId: accounts.id,
      email: sql<string>`${accounts.email}`,
      hasStopped: sql<boolean>`count(${mailStops.purpose}) > 0`,
    })
    .from(accounts)
    .innerJoin(sql`${peopleOfEach(concernIds)} as behind`, sql`behind.account_id = ${accounts.id}`)
    .leftJoin(
      mailStops,
      and(eq(mailStops.emailKey, accounts.emailKey), inArray(mailStops.purpose, [purpose, everyStoppable])),
    )
    .where(and(eq(accounts.status, "active"), isNotNull(accounts.email)))
    .groupBy(sql`behind.concern_id`, accounts.id, accounts.email)
    .orderBy(sql`behind.concern_id`, accounts.id)
    .limit(mostReadersEach * concernIds.length);

/**
 * How many people stand behind a concern and all that were merged into it: each account once, and each concern that
 * nobody with an account raised as one more. Call it as the platform or as staff.
 */
export async function countRaisers(db: Db, concernId: string): Promise<number> {
  const counted = await db.execute(sql`
    select (select count(*) from ${peopleOf(concernId)} as known)::int
      + (select count(*) from ${concerns}
          where ${concerns.id} in ${family(concernId)} and ${concerns.raisedBy} is null)::int as people`);
  return rowsOf<{ people: number }>(counted)[0]?.people ?? 0;
}
