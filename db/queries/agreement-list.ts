import { and, asc, eq, isNull, lte, sql, type SQL } from "drizzle-orm";
import { reviewWithinDays } from "#app/domain/agreement/standing.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { partnerships } from "#db/schema/structure.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import type { Db } from "#db/types.ts";

/** A slice of the agreements: what lapsed or is due for review first, then drafts, those in force, and those that ended. */
export const listAgreements = (db: Db, today: Day, { limit, offset }: { limit: number; offset: number }) =>
  db
    .select({
      id: agreements.id,
      reference: agreements.reference,
      title: agreements.title,
      partnership: partnerships.name,
      state: agreements.state,
      startsOn: agreements.startsOn,
      reviewBy: agreements.reviewBy,
      parties: partiesThat(sql`true`),
      signed: partiesThat(sql`${agreementParties.signedOn} is not null`),
    })
    .from(agreements)
    .leftJoin(partnerships, eq(partnerships.id, agreements.partnershipId))
    .orderBy(
      sql`case
        when ${agreements.state} = 'signed' and ${agreements.reviewBy} <= ${addDays(today, reviewWithinDays)}::date then 0
        when ${agreements.state} = 'draft' then 1
        when ${agreements.state} = 'signed' then 2
        else 3 end`,
      asc(agreements.reviewBy),
      asc(agreements.reference),
    )
    .limit(limit)
    .offset(offset);

/** How many agreements are to be reviewed on a day, those that have lapsed among them; and how many have lapsed. */
export async function countAgreementsToReview(
  db: Db,
  today: Day,
): Promise<{ waiting: number; late: number }> {
  const { state, reviewBy } = agreements;
  const [counted] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${reviewBy} < ${today}::date))::int`,
    })
    .from(agreements)
    .where(and(eq(state, "signed"), lte(reviewBy, addDays(today, reviewWithinDays))));
  return counted ?? { waiting: 0, late: 0 };
}

const partiesThat = (condition: SQL) =>
  sql<number>`(select count(*)::int from ${agreementParties}
    where ${agreementParties.agreementId} = ${agreements.id} and ${agreementParties.leftAt} is null and ${condition})`;

// More than any force has; only bounds.
const mostPartnerships = 500;
const mostGroups = 200;

/** The partnerships an agreement can be of. */
export const listPartnerships = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: partnerships.id, name: partnerships.name })
    .from(partnerships)
    .orderBy(asc(partnerships.name), asc(partnerships.id))
    .limit(mostPartnerships);

/**
 * The groups whose joint work an agreement opens: those of its partnership, or all. Call it as the platform: a keeper sees
 * their names, and nothing of their work.
 */
export const groupsOpenedBy = (db: Db, partnershipId: string | null) =>
  db
    .select({
      id: taskingGroups.id,
      code: taskingGroups.code,
      name: taskingGroups.name,
      chairId: taskingGroups.chairId,
      deputyId: taskingGroups.deputyId,
    })
    .from(taskingGroups)
    .where(
      and(
        isNull(taskingGroups.endedAt),
        partnershipId === null ? undefined : eq(taskingGroups.partnershipId, partnershipId),
      ),
    )
    .orderBy(asc(taskingGroups.name), asc(taskingGroups.id))
    .limit(mostGroups);
