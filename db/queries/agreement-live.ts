import { and, eq, gte, isNull, lte, or, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** What makes an agreement hold for one of its parties on a day; of `agreements` joined with `agreementParties`. */
export const isLiveOn = (day: Day): SQL | undefined =>
  and(
    eq(agreements.state, "signed"),
    lte(agreements.startsOn, day),
    gte(agreements.reviewBy, day),
    lte(agreementParties.signedOn, day),
    isNull(agreementParties.leftAt),
  );

/** That an agency, a column of the query around, is party to a live agreement that covers a partnership, another such column. */
export const hasLiveAgreement = (
  agencyId: AnyColumn | SQL,
  partnershipId: AnyColumn | SQL,
  day: Day,
): SQL =>
  sql`exists (
    select 1 from ${agreementParties} join ${agreements} on ${agreements.id} = ${agreementParties.agreementId}
    where ${agreementParties.agencyId} = ${agencyId}
      and (${agreements.partnershipId} is null or ${agreements.partnershipId} = ${partnershipId})
      and ${isLiveOn(day)})`;

/** The same of the partnership that a neighbourhood, a column of the query around, is of now. */
export const hasLiveAgreementIn = (
  db: Db,
  agencyId: AnyColumn,
  neighbourhoodId: AnyColumn,
  day: Day,
): SQL =>
  hasLiveAgreement(
    agencyId,
    sql`(${db
      .select({ id: placements.partnershipId })
      .from(placements)
      .where(
        and(
          eq(placements.editionId, editionIdAt(db, "structure")),
          sql`${placements.neighbourhoodId} = ${neighbourhoodId}`,
        ),
      )
      .limit(1)})`,
    day,
  );

/**
 * The agreement that lets an agency share in the work of a partnership on a day; where there are several, the one that
 * holds longest. Null for none. `partnershipId` null asks for one that covers the whole force.
 */
export async function findLiveAgreement(
  db: Db,
  { agencyId, partnershipId }: { agencyId: string; partnershipId: string | null },
  day: Day,
): Promise<{ id: string; reference: string; reviewBy: Day | null } | null> {
  const [found] = await db
    .select({ id: agreements.id, reference: agreements.reference, reviewBy: agreements.reviewBy })
    .from(agreementParties)
    .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
    .where(
      and(
        eq(agreementParties.agencyId, agencyId),
        or(
          isNull(agreements.partnershipId),
          partnershipId === null ? undefined : eq(agreements.partnershipId, partnershipId),
        ),
        isLiveOn(day),
      ),
    )
    .orderBy(sql`${agreements.reviewBy} desc`)
    .limit(1);
  return found ?? null;
}
