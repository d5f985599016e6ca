import {
  and,
  asc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { placements } from "#db/schema/structure.ts";
import { postAllocations, postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { editionIdAt } from "./edition-at.ts";

/** Somebody who may be given an action; of the police where there is no agency. */
export interface ActionOwner {
  accountId: string;
  name: string | null;
  agencyId: string | null;
}

// More than any team has, and than work for all partners of a force; only bounds.
const mostOfTeam = 100;
const mostPartners = 500;

const isTheirsOn = (day: Day) => and(eq(appointments.accountId, accounts.id), isAppointedOn(day));

/** The officers whose post or role reaches a neighbourhood on a day, and the members of partners who hold a role then. Call it as staff. */
export async function actionOwnersFor(db: Db, neighbourhoodId: string, day: Day): Promise<ActionOwner[]> {
  const team = await listOfTeam(db, neighbourhoodId, day);
  return [...team, ...(await listOfPartners(db, day))];
}

/** The officers whose post or role reaches a neighbourhood on a day. Call it as staff. */
export async function listOfTeam(db: Db, neighbourhoodId: string, day: Day): Promise<ActionOwner[]> {
  const [placed] = await db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        eq(placements.neighbourhoodId, neighbourhoodId),
      ),
    )
    .limit(1);
  const teamId = placed?.teamId ?? null;
  const isAllocated = exists(
    db
      .select({ one: sql`1` })
      .from(postAllocations)
      .where(
        and(
          eq(postAllocations.editionId, postDetails.editionId),
          eq(postAllocations.postId, postDetails.postId),
          eq(postAllocations.neighbourhoodId, neighbourhoodId),
        ),
      ),
  );
  const isPostOfTeam = and(
    eq(postDetails.editionId, editionIdAt(db, "teams")),
    inArray(postDetails.kind, ["sergeant", "pc", "pcso", "special"]),
    teamId === null ? isAllocated : or(isAllocated, eq(postDetails.teamId, teamId)),
  );
  const holdsPost = exists(
    db
      .select({ one: sql`1` })
      .from(postHoldings)
      .innerJoin(
        postDetails,
        and(eq(postDetails.editionId, postHoldings.editionId), eq(postDetails.postId, postHoldings.postId)),
      )
      .where(
        and(
          eq(postHoldings.personId, accounts.personId),
          lte(postHoldings.heldFrom, day),
          or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, day)),
          isPostOfTeam,
        ),
      ),
  );
  const areaIds =
    placed === undefined
      ? [neighbourhoodId]
      : [placed.bcuId, placed.sectionId, placed.partnershipId, placed.teamId, neighbourhoodId];
  const isAppointed = exists(
    db
      .select({ one: sql`1` })
      .from(appointments)
      .where(
        and(
          isTheirsOn(day),
          or(
            and(
              inArray(appointments.role, ["constable", "sergeant"]),
              or(eq(appointments.areaKind, "force"), inArray(appointments.areaId, areaIds)),
            ),
            inArray(
              appointments.postId,
              db.select({ id: postDetails.postId }).from(postDetails).where(isPostOfTeam),
            ),
          ),
        ),
      ),
  );
  return listAccounts(db, and(eq(accounts.kind, "staff"), or(holdsPost, isAppointed)), mostOfTeam);
}

const listOfPartners = (db: Db, day: Day): Promise<ActionOwner[]> =>
  listAccounts(
    db,
    and(
      eq(accounts.kind, "member"),
      isNotNull(accounts.agencyId),
      ne(agencies.kind, "police"),
      exists(
        db
          .select({ one: sql`1` })
          .from(appointments)
          .where(and(isTheirsOn(day), inArray(appointments.role, ["partner", "partnership-chair"]))),
      ),
    ),
    mostPartners,
  );

const listAccounts = (db: Db, where: SQL | undefined, limit: number): Promise<ActionOwner[]> =>
  db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      agencyId: sql<string | null>`case when ${accounts.kind} = 'member' then ${accounts.agencyId} end`,
    })
    .from(accounts)
    .leftJoin(agencies, eq(agencies.id, accounts.agencyId))
    .where(and(eq(accounts.status, "active"), where))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(limit);
