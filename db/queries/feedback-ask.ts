import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { everyStoppable, type MailPurpose } from "#app/domain/mail/mail.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { candidateConcerns } from "#db/schema/candidate.ts";
import { concerns, concernSupporters } from "#db/schema/concern.ts";
import { feedbackAsks, feedbackRounds } from "#db/schema/feedback.ts";
import { followings } from "#db/schema/following.ts";
import { mailStops } from "#db/schema/mail.ts";
import type { Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

/** Rounds that take answers: those whom they concern may not all have been asked. */
export const openRounds = (db: Db, today: Day, limit: number) =>
  db
    .select()
    .from(feedbackRounds)
    .where(and(isNull(feedbackRounds.closedAt), lte(feedbackRounds.opensOn, today)))
    .orderBy(feedbackRounds.closesOn, feedbackRounds.id)
    .limit(limit);

/**
 * Whoever raised or supported what the priority came of, also what was merged into it; whoever follows it, its vote or
 * its neighbourhood; and the key individuals there.
 */
export const concerned = ({ id, candidateId, cycleId, neighbourhoodId }: Priority, today: Day) => sql`(
  with recursive family (id) as (
    select ${candidateConcerns.concernId} from ${candidateConcerns} where ${candidateConcerns.candidateId} = ${candidateId}
    union select ${concerns.id} from ${concerns} join family on ${concerns.mergedIntoId} = family.id
  )
  select ${concerns.raisedBy} as account_id from ${concerns} join family on family.id = ${concerns.id}
    where ${concerns.raisedBy} is not null
  union select ${concernSupporters.accountId} from ${concernSupporters} join family on family.id = ${concernSupporters.concernId}
  union select ${followings.accountId} from ${followings} where (${followings.kind}, ${followings.subjectId}) in
    (('priority', ${id}::uuid), ('cycle', ${cycleId}::uuid), ('neighbourhood', ${neighbourhoodId}::uuid))
  union select ${appointments.accountId} from ${appointments} where ${appointments.role} = 'kin-member'
    and ${appointments.areaKind} = 'neighbourhood' and ${appointments.areaId} = ${neighbourhoodId}
    and ${appointments.endedAt} is null and ${appointments.startsOn} <= ${today}::date and (${appointments.endsOn} is null or ${appointments.endsOn} >= ${today}::date))`;

/** Residents with an address whom a round concerns and who were not asked yet. Call it as the platform. */
export const listToAsk = (
  db: Db,
  roundId: string,
  priority: Priority,
  { today, purpose }: { today: Day; purpose: MailPurpose },
  limit: number,
) =>
  db
    .select({
      accountId: accounts.id,
      email: sql<string>`${accounts.email}`,
      hasStopped: sql<boolean>`count(${mailStops.purpose}) > 0`,
    })
    .from(accounts)
    .innerJoin(sql`${concerned(priority, today)} as concerned`, sql`concerned.account_id = ${accounts.id}`)
    .leftJoin(
      mailStops,
      and(eq(mailStops.emailKey, accounts.emailKey), inArray(mailStops.purpose, [purpose, everyStoppable])),
    )
    .where(
      and(
        eq(accounts.status, "active"),
        inArray(accounts.kind, ["resident", "member"]),
        isNull(accounts.personId),
        isNull(accounts.agencyId),
        isNotNull(accounts.email),
        sql`not exists (select from ${feedbackAsks} where ${feedbackAsks.roundId} = ${roundId}
          and ${feedbackAsks.accountId} = ${accounts.id})`,
      ),
    )
    .groupBy(accounts.id, accounts.email)
    .orderBy(accounts.id)
    .limit(limit);

/** Notes who was asked; those whom somebody else asked at the same moment are left out of the answer. */
export async function insertAsks(
  tx: Db,
  roundId: string,
  accountIds: readonly string[],
  askedAt: Date,
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const added = await tx
    .insert(feedbackAsks)
    .values(accountIds.map((accountId) => ({ roundId, accountId, askedAt })))
    .onConflictDoNothing()
    .returning({ accountId: feedbackAsks.accountId });
  return new Set(added.map(({ accountId }) => accountId));
}
