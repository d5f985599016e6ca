import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agencies } from "#db/schema/agency.ts";
import { concerns, concernSupporters } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

// What everybody may see: RLS says the same, but staff and raisers see more there.
const isPublic = and(isNotNull(concerns.publishedAt), isNull(concerns.takenDownAt));

const mergedInto = alias(concerns, "merged_into");

/** A published concern as everybody may read it: staff's words and figures only; null where there is none. */
export async function findPublicConcern(db: Db, reference: string) {
  const [concern] = await db
    .select({
      id: concerns.id,
      reference: concerns.reference,
      neighbourhoodId: concerns.neighbourhoodId,
      category: concerns.category,
      state: concerns.state,
      title: concerns.publicTitle,
      summary: concerns.publicSummary,
      place: concerns.publicPlace,
      raisers: concerns.raisers,
      publishedAt: concerns.publishedAt,
      reasonCode: concerns.reasonCode,
      agency: agencies.name,
      mergedInto: mergedInto.reference,
    })
    .from(concerns)
    .leftJoin(agencies, eq(agencies.id, concerns.agencyId))
    .leftJoin(
      mergedInto,
      and(
        eq(mergedInto.id, concerns.mergedIntoId),
        isNotNull(mergedInto.publishedAt),
        isNull(mergedInto.takenDownAt),
      ),
    )
    .where(and(eq(concerns.reference, reference), isPublic));
  return concern ?? null;
}

/** The states in which people may still add themselves. */
export const openStates = ["published-candidate", "shortlisted"] as const;

// More than stand open in any neighbourhood; only bounds.
const mostOpen = 300;

/** The open published concerns of a neighbourhood, to compare with what somebody types. */
export const listOpenConcerns = (db: Db, neighbourhoodId: string) =>
  db
    .select({
      id: concerns.id,
      reference: concerns.reference,
      category: concerns.category,
      title: concerns.publicTitle,
      summary: concerns.publicSummary,
      lng: concerns.lng,
      lat: concerns.lat,
      raisers: concerns.raisers,
    })
    .from(concerns)
    .where(
      and(eq(concerns.neighbourhoodId, neighbourhoodId), isPublic, inArray(concerns.state, [...openStates])),
    )
    .orderBy(desc(concerns.publishedAt), desc(concerns.id))
    .limit(mostOpen);

/** How an account stands to a published concern; null where nobody may add themselves to it any more. */
export async function findStanding(db: Db, accountId: string, reference: string) {
  const [concern] = await db
    .select({
      id: concerns.id,
      reference: concerns.reference,
      title: concerns.publicTitle,
      state: concerns.state,
      raisers: concerns.raisers,
      raisedBy: concerns.raisedBy,
      supporter: concernSupporters.accountId,
    })
    .from(concerns)
    .leftJoin(
      concernSupporters,
      and(eq(concernSupporters.concernId, concerns.id), eq(concernSupporters.accountId, accountId)),
    )
    .where(and(eq(concerns.reference, reference), isPublic));
  if (concern === undefined) return null;
  const { raisedBy, supporter, state, ...shown } = concern;
  return {
    ...shown,
    isRaiser: raisedBy === accountId,
    isSupporter: supporter !== null,
    isOpen: openStates.some((open) => open === state),
  };
}
