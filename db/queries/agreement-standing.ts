import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
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
  const [live] = await db
    .select({ id: agreements.id })
    .from(agreementParties)
    .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
    .where(and(isTheirs, isLiveOn(today)))
    .limit(1);
  if (live !== undefined) return { isLive: true };
  const shut = (await partiesOf(db, isTheirs, today)).flatMap(({ shut: one }) => one ?? []);
  const [first, ...others] = shut;
  return { isLive: false, agreement: first === undefined ? null : others.reduce(tellsMore, first) };
}

/**
 * The agreements by which some agencies share no more, while others of theirs hold: of each partnership the one that tells
 * most, and none of a partnership that another covers.
 */
export async function shutBesides(
  db: Db,
  agencyIds: readonly string[],
  today: Day,
): Promise<ShutAgreement[]> {
  if (agencyIds.length === 0) return [];
  const parties = await partiesOf(db, inArray(agreementParties.agencyId, [...agencyIds]), today);
  const held = new Set(parties.flatMap(({ partnershipId, shut }) => (shut === null ? [partnershipId] : [])));
  if (held.size === 0 || held.has(null)) return [];
  const closed = new Map<string | null, ShutAgreement>();
  for (const { partnershipId, shut } of parties) {
    if (shut === null || held.has(partnershipId)) continue;
    const before = closed.get(partnershipId);
    closed.set(partnershipId, before === undefined ? shut : tellsMore(before, shut));
  }
  return [...closed.values()];
}

async function partiesOf(db: Db, isTheirs: SQL, today: Day) {
  const rows = await db
    .select({
      reference: agreements.reference,
      title: agreements.title,
      partnershipId: agreements.partnershipId,
      state: agreements.state,
      startsOn: agreements.startsOn,
      reviewBy: agreements.reviewBy,
      madeAt: agreements.madeAt,
      terminatedAt: agreements.terminatedAt,
      signedOn: agreementParties.signedOn,
      leftAt: agreementParties.leftAt,
    })
    .from(agreementParties)
    .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
    .where(isTheirs)
    .orderBy(sql`${agreements.reviewBy} desc nulls last`, agreements.id)
    .limit(mostAgreements);
  return rows.map(({ reference, title, partnershipId, ...party }) => {
    const because = shutFor(party, today);
    const shut: ShutAgreement | null = because === null ? null : { reference, title, ...because };
    return { partnershipId, shut };
  });
}
