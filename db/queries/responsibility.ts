import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  responsibleOf,
  type Answerer,
  type AnsweringPost,
  type Responsible,
} from "#app/domain/responsibility/responsibility.ts";
import type { Day } from "#app/domain/team/day.ts";
import { absences, accounts, appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import { postAllocations, postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { editionIdAt } from "./edition-at.ts";

// More than answer for any neighbourhood; only bounds.
const mostRows = 200;

interface Place {
  neighbourhoodId: string;
  teamId: string | null;
  /** The ids of every area that the neighbourhood lies in, itself among them. */
  areaIds: string[];
}

async function placeOf(db: Db, neighbourhoodId: string): Promise<Place> {
  const [row] = await db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        eq(placements.neighbourhoodId, neighbourhoodId),
      ),
    )
    .limit(1);
  if (row === undefined) return { neighbourhoodId, teamId: null, areaIds: [neighbourhoodId] };
  const { bcuId, sectionId, partnershipId, teamId } = row;
  return { neighbourhoodId, teamId, areaIds: [bcuId, sectionId, partnershipId, teamId, neighbourhoodId] };
}

/** The sergeants' posts that could answer, and those of their holders who can sign in. */
function listSergeants(db: Db, { neighbourhoodId, teamId }: Place, day: Day) {
  const isAllocated = eq(postAllocations.neighbourhoodId, neighbourhoodId);
  return db
    .select({
      postId: postDetails.postId,
      isAllocated: sql<boolean>`${postAllocations.postId} is not null`,
      kind: postHoldings.kind,
      holderId: accounts.id,
    })
    .from(postDetails)
    .leftJoin(
      postAllocations,
      and(
        eq(postAllocations.editionId, postDetails.editionId),
        eq(postAllocations.postId, postDetails.postId),
        isAllocated,
      ),
    )
    .leftJoin(
      postHoldings,
      and(
        eq(postHoldings.editionId, postDetails.editionId),
        eq(postHoldings.postId, postDetails.postId),
        lte(postHoldings.heldFrom, day),
        or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, day)),
      ),
    )
    .leftJoin(accounts, and(eq(accounts.personId, postHoldings.personId), eq(accounts.status, "active")))
    .where(
      and(
        eq(postDetails.editionId, editionIdAt(db, "teams")),
        eq(postDetails.kind, "sergeant"),
        teamId === null ? isAllocated : or(isAllocated, eq(postDetails.teamId, teamId)),
      ),
    )
    .orderBy(postDetails.postId)
    .limit(mostRows);
}

const ranks = ["inspector", "commander", "administrator"] as const;

/** Who was given a vacant one of these posts, or a rank that reaches the neighbourhood. */
const listAppointed = (db: Db, { areaIds }: Place, postIds: readonly string[], day: Day) =>
  db
    .select({ role: appointments.role, postId: appointments.postId, accountId: accounts.id })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(
      and(
        isAppointedOn(day),
        or(
          postIds.length === 0 ? undefined : inArray(appointments.postId, [...postIds]),
          and(
            inArray(appointments.role, [...ranks]),
            or(eq(appointments.areaKind, "force"), inArray(appointments.areaId, areaIds)),
          ),
        ),
      ),
    )
    .orderBy(appointments.id)
    .limit(mostRows);

const theirs = alias(absences, "theirs");

/** Who of some accounts is away on a day, and who stands in for them. */
async function absencesOf(db: Db, accountIds: readonly string[], day: Day) {
  const runs = (table: typeof absences | typeof theirs) =>
    and(lte(table.startsOn, day), or(isNull(table.endsOn), gte(table.endsOn, day)), isNull(table.endedAt));
  if (accountIds.length === 0) return [];
  return db
    .select({
      accountId: absences.accountId,
      deputyId: accounts.id,
      isDeputyAway: sql<boolean>`exists ${db
        .select({ id: theirs.id })
        .from(theirs)
        .where(and(eq(theirs.accountId, accounts.id), runs(theirs)))}`,
    })
    .from(absences)
    .leftJoin(accounts, and(eq(accounts.id, absences.deputyId), eq(accounts.status, "active")))
    .where(and(inArray(absences.accountId, [...accountIds]), runs(absences)))
    .orderBy(absences.id)
    .limit(mostRows);
}

/**
 * Whom to tell about a neighbourhood on a day, and why them: the nearest who is there. Null where the force has
 * nobody at all who could be told. Call it under the platform's own scope or a member of staff's.
 */
export async function responsibleFor(db: Db, neighbourhoodId: string, day: Day): Promise<Responsible | null> {
  const place = await placeOf(db, neighbourhoodId);
  const sergeants = await listSergeants(db, place, day);
  const postIds = [...new Set(sergeants.map(({ postId }) => postId))];
  const appointed = await listAppointed(db, place, postIds, day);
  const accountIds = new Set(appointed.map(({ accountId }) => accountId));
  for (const { holderId } of sergeants) if (holderId !== null) accountIds.add(holderId);
  const away = await absencesOf(db, [...accountIds], day);

  const answerer = (accountId: string): Answerer => {
    const own = away.filter((absence) => absence.accountId === accountId);
    return {
      accountId,
      isAway: own.length > 0,
      deputies: own.flatMap(({ deputyId, isDeputyAway }) =>
        deputyId === null ? [] : [{ accountId: deputyId, isAway: isDeputyAway }],
      ),
    };
  };
  const postOf = (postId: string): AnsweringPost => ({
    holders: [
      ...sergeants.flatMap(({ postId: id, kind, holderId }) =>
        id !== postId || kind === null || holderId === null ? [] : [{ ...answerer(holderId), kind }],
      ),
      // A vacant post that an administrator gave to somebody is held as any other.
      ...appointed.flatMap(({ postId: id, accountId }) =>
        id === postId ? [{ ...answerer(accountId), kind: "substantive" as const }] : [],
      ),
    ],
  });
  const allocatedIds = new Set(sergeants.filter((row) => row.isAllocated).map(({ postId }) => postId));
  const leads = postIds.filter((postId) => allocatedIds.size === 0 || allocatedIds.has(postId));
  const ofRank = (rank: (typeof ranks)[number]) =>
    appointed.flatMap(({ role, accountId }) => (role === rank ? [answerer(accountId)] : []));
  return responsibleOf({
    lead: leads.map(postOf),
    team: postIds.filter((postId) => !leads.includes(postId)).map(postOf),
    inspectors: ofRank("inspector"),
    commanders: ofRank("commander"),
    administrators: ofRank("administrator"),
  });
}
