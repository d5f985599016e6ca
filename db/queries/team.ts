import { and, asc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Day } from "#app/domain/team/day.ts";
import {
  teamOnDate,
  type TeamHolding,
  type TeamMember,
  type TeamPost,
} from "#app/domain/team/team-on-date.ts";
import type { PostKind } from "#app/domain/team/team.ts";
import { agencies } from "#db/schema/agency.ts";
import { placements } from "#db/schema/structure.ts";
import {
  baseNeighbourhoods,
  bases,
  contacts,
  people,
  postAllocations,
  postDetails,
  postHoldings,
} from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More than any neighbourhood has; only bounds.
const mostRows = 500;
const mostBases = 50;

const ownHoldings = alias(postHoldings, "own_holdings");
const ownDetails = alias(postDetails, "own_details");

const runsOn = (holdings: typeof postHoldings | typeof ownHoldings, day: Day) =>
  and(lte(holdings.heldFrom, day), or(isNull(holdings.heldTo), gte(holdings.heldTo, day)));

/** The kind of post that the person of a holding holds substantively on the day. */
const ownKind = (db: Db, day: Day) =>
  db
    .select({ kind: ownDetails.kind })
    .from(ownHoldings)
    .innerJoin(
      ownDetails,
      and(eq(ownDetails.editionId, ownHoldings.editionId), eq(ownDetails.postId, ownHoldings.postId)),
    )
    .where(
      and(
        eq(ownHoldings.editionId, postHoldings.editionId),
        eq(ownHoldings.personId, postHoldings.personId),
        eq(ownHoldings.kind, "substantive"),
        runsOn(ownHoldings, day),
      ),
    )
    .limit(1);

/** The team of the neighbourhood in the structure in force: its sergeant leads where no sergeant is allocated. */
const teamIdOf = (db: Db, neighbourhoodId: string, at: Date | undefined) =>
  db
    .select({ teamId: placements.teamId })
    .from(placements)
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure", at)),
        eq(placements.neighbourhoodId, neighbourhoodId),
      ),
    )
    .limit(1);

/**
 * The public team of a neighbourhood as on a day (sergeant first; held, or vacant and covered by whom), from the
 * editions in force now or at a moment of the past. Empty where no teams are loaded.
 */
export async function teamOfNeighbourhood(
  db: Db,
  neighbourhoodId: string,
  today: Day,
  at?: Date,
): Promise<TeamMember[]> {
  const rows = await db
    .select({
      postId: postDetails.postId,
      kind: postDetails.kind,
      allocatedTo: postAllocations.neighbourhoodId,
      agencyName: agencies.name,
      agencyKind: agencies.kind,
      coverPlan: postDetails.coverPlan,
      holdingKind: postHoldings.kind,
      heldFrom: postHoldings.heldFrom,
      heldTo: postHoldings.heldTo,
      photoOk: postHoldings.photoOk,
      // A surname with an exception recorded does not leave the database.
      surname: sql<string | null>`case when ${postHoldings.publicNameOk} then ${people.surname} end`,
      // Only somebody who covers is named by another post than this one.
      ownKind: sql<PostKind | null>`case when ${postHoldings.kind} = 'cover' then (${ownKind(db, today)}) end`,
    })
    .from(postDetails)
    .innerJoin(agencies, eq(agencies.id, postDetails.agencyId))
    .leftJoin(
      postAllocations,
      and(
        eq(postAllocations.editionId, postDetails.editionId),
        eq(postAllocations.postId, postDetails.postId),
        eq(postAllocations.neighbourhoodId, neighbourhoodId),
      ),
    )
    .leftJoin(
      postHoldings,
      and(
        eq(postHoldings.editionId, postDetails.editionId),
        eq(postHoldings.postId, postDetails.postId),
        runsOn(postHoldings, today),
      ),
    )
    .leftJoin(people, eq(people.id, postHoldings.personId))
    .where(
      and(
        eq(postDetails.editionId, editionIdAt(db, "teams", at)),
        or(
          eq(postAllocations.neighbourhoodId, neighbourhoodId),
          and(eq(postDetails.kind, "sergeant"), eq(postDetails.teamId, teamIdOf(db, neighbourhoodId, at))),
        ),
      ),
    )
    .limit(mostRows);
  const posts = new Map<string, TeamPost & { holdings: TeamHolding[] }>();
  for (const { postId, allocatedTo, agencyName, agencyKind, kind, coverPlan, ...held } of rows) {
    const post = posts.get(postId) ?? {
      kind,
      isAllocated: allocatedTo !== null,
      agency: { name: agencyName, isPolice: agencyKind === "police" },
      coverPlan,
      holdings: [],
    };
    posts.set(postId, post);
    if (held.holdingKind === null || held.heldFrom === null) continue;
    post.holdings.push({
      kind: held.holdingKind,
      heldFrom: held.heldFrom,
      heldTo: held.heldTo,
      ownKind: held.ownKind,
      surname: held.surname,
      photoOk: held.photoOk ?? false,
    });
  }
  return teamOnDate([...posts.values()], today);
}

/** How residents reach a team; each way null where the force gives none. */
export interface Contact {
  email: string | null;
  telephone: string | null;
  website: string | null;
}

/** The contact of a neighbourhood in force now or at a moment of the past, or null. */
export async function contactOf(db: Db, neighbourhoodId: string, at?: Date): Promise<Contact | null> {
  const rows = await db
    .select({ email: contacts.email, telephone: contacts.telephone, website: contacts.website })
    .from(contacts)
    .where(
      and(
        eq(contacts.editionId, editionIdAt(db, "teams", at)),
        eq(contacts.neighbourhoodId, neighbourhoodId),
      ),
    )
    .limit(1);
  return rows[0] ?? null;
}

/** A station or shared office that residents may visit. */
export interface Base {
  code: string;
  name: string;
  address: string;
  postcode: string | null;
  /** WGS84 degrees; both or neither. */
  lng: number | null;
  lat: number | null;
  openingHours: string | null;
  sharedWith: string | null;
}

/** The public bases that serve a neighbourhood, by name; one that is not public is never among them. */
export const basesOf = (db: Db, neighbourhoodId: string, at?: Date): Promise<Base[]> =>
  db
    .select({
      code: bases.code,
      name: bases.name,
      address: bases.address,
      postcode: bases.postcode,
      lng: bases.lng,
      lat: bases.lat,
      openingHours: bases.openingHours,
      sharedWith: bases.sharedWith,
    })
    .from(baseNeighbourhoods)
    .innerJoin(
      bases,
      and(eq(bases.editionId, baseNeighbourhoods.editionId), eq(bases.code, baseNeighbourhoods.baseCode)),
    )
    .where(
      and(
        eq(baseNeighbourhoods.editionId, editionIdAt(db, "teams", at)),
        eq(baseNeighbourhoods.neighbourhoodId, neighbourhoodId),
        eq(bases.isPublic, true),
      ),
    )
    .orderBy(asc(bases.name), asc(bases.code))
    .limit(mostBases);
