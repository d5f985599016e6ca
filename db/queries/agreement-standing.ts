import { and, eq, inArray, sql } from "drizzle-orm";
import { shutFor, tellsMore, type ShutWhy } from "#app/domain/agreement/standing.ts";
import type { Day } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import type { Db } from "#db/types.ts";
import { isLiveOn } from "./agreement-live.ts";

/** The agreement by which an agency shares no more, or not yet. */
export interface ShutAgreement {
  reference: string;
  title: string;
  /** The first day of it. */
  since: Day;
  why: ShutWhy;
}

/** `agreement` is null for an agency that is party to none. */
export type AgreementStanding = { isLive: true } | { isLive: false; agreement: ShutAgreement | null };

// An agency has an agreement or two for each partnership, and a few that ended; only a bound.
const mostAgreements = 200;

/**
 * Whether any of some agencies, those that an actor speaks for, is party to a live agreement on a day, of whatever
 * partnership; and where none is, which one ended last.
 */
export async function agreementStandingOf(
  db: Db,
  agencyIds: readonly string[],
  today: Day,
): Promise<AgreementStanding> {
  if (agencyIds.length === 0) return { isLive: false, agreement: null };
  const isTheirs = inArray(agreementParties.agencyId, [...agencyIds]);
  const joined = eq(agreements.id, agreementParties.agreementId);
  const [live] = await db
    .select({ id: agreements.id })
    .from(agreementParties)
    .innerJoin(agreements, joined)
    .where(and(isTheirs, isLiveOn(today)))
    .limit(1);
  if (live !== undefined) return { isLive: true };
  const ended = await db
    .select({
      reference: agreements.reference,
      title: agreements.title,
      state: agreements.state,
      startsOn: agreements.startsOn,
      reviewBy: agreements.reviewBy,
      madeAt: agreements.madeAt,
      terminatedAt: agreements.terminatedAt,
      signedOn: agreementParties.signedOn,
      leftAt: agreementParties.leftAt,
    })
    .from(agreementParties)
    .innerJoin(agreements, joined)
    .where(isTheirs)
    .orderBy(sql`${agreements.reviewBy} desc nulls last`, agreements.id)
    .limit(mostAgreements);
  const shut = ended.flatMap(({ reference, title, ...party }): ShutAgreement[] => {
    const because = shutFor(party, today);
    return because === null ? [] : [{ reference, title, ...because }];
  });
  const [first, ...others] = shut;
  return { isLive: false, agreement: first === undefined ? null : others.reduce(tellsMore, first) };
}
