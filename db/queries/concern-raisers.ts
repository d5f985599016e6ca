import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { everyStoppable, type MailPurpose } from "#app/domain/mail/mail.ts";
import { accounts } from "#db/schema/account.ts";
import { concerns, concernSupporters } from "#db/schema/concern.ts";
import { mailStops } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** Somebody to write to, and whether they stopped messages of that kind. */
export interface Reader {
  accountId: string;
  email: string;
  hasStopped: boolean;
}

/** More than raise any concern; only bounds. */
const mostReaders = 5_000;

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

/**
 * The residents with an address who raised a concern, added themselves to it, or did so with one that was merged into
 * it. Call it as the platform or as staff.
 */
export const listRaisers = (db: Db, concernId: string, purpose: MailPurpose): Promise<Reader[]> =>
  db
    .select({
      accountId: accounts.id,
      email: sql<string>`${accounts.email}`,
      hasStopped: sql<boolean>`count(${mailStops.purpose}) > 0`,
    })
    .from(accounts)
    .leftJoin(
      mailStops,
      and(eq(mailStops.emailKey, accounts.emailKey), inArray(mailStops.purpose, [purpose, everyStoppable])),
    )
    .where(
      and(
        sql`${accounts.id} in ${peopleOf(concernId)}`,
        eq(accounts.status, "active"),
        isNotNull(accounts.email),
      ),
    )
    .groupBy(accounts.id, accounts.email)
    .orderBy(accounts.id)
    .limit(mostReaders);

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
