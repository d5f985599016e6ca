import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { placements } from "#db/schema/structure.ts";
import { postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn, isAppointedOver } from "./appointed-on.ts";
import { hasLiveAgreement } from "./agreement-live.ts";
import { editionIdAt } from "./edition-at.ts";
import { isUuid } from "./uuid.ts";

/** Somebody who may be given a seat in a group, and the agency they speak for there. */
export interface Seatable {
  accountId: string;
  name: string | null;
  agencyId: string;
  agency: string;
}

// The officers and partners of a large force; only a bound.
const mostPeople = 2_000;

/** A group as far as it decides whom a partner who chairs it may see and seat. */
interface SeatedGroup {
  partnershipId: string | null;
  neighbourhoodIds: readonly string[];
}

/**
 * Who is offered for a seat in a group: officers whose post is in its neighbourhoods or who were given a role, and the
 * members of agencies, by agency and name. To a partner, of the group they chair: the officers of its area and the
 * members of agencies that share in it, nobody else's staff. Call it as the platform.
 */
export const listSeatable = (
  db: Db,
  neighbourhoodIds: readonly string[],
  today: Day,
  partnersGroup: SeatedGroup | null = null,
): Promise<Seatable[]> => select(db, today, { postsIn: neighbourhoodIds, partnersGroup });

/** One of them; null for anybody else. As the platform. */
export async function findSeatable(
  db: Db,
  accountId: string,
  today: Day,
  partnersGroup: SeatedGroup | null = null,
): Promise<Seatable | null> {
  if (!isUuid(accountId)) return null;
  const [found] = await select(db, today, { accountId, partnersGroup });
  return found ?? null;
}

interface Asked {
  accountId?: string;
  postsIn?: readonly string[];
  partnersGroup: SeatedGroup | null;
}

function select(db: Db, today: Day, { accountId, postsIn, partnersGroup }: Asked): Promise<Seatable[]> {
  const roleIn = partnersGroup === null ? undefined : isAppointedOver(db, partnersGroup.neighbourhoodIds);
  const postIn = postsIn ?? partnersGroup?.neighbourhoodIds;
  const holdsRole = inArray(
    accounts.id,
    db
      .select({ id: appointments.accountId })
      .from(appointments)
      .where(
        and(isAppointedOn(today), or(roleIn, roleIn === undefined ? undefined : eq(accounts.kind, "member"))),
      ),
  );
  const holdsPost = inArray(
    accounts.personId,
    db
      .select({ id: postHoldings.personId })
      .from(postHoldings)
      .where(
        and(
          eq(postHoldings.editionId, editionIdAt(db, "teams")),
          lte(postHoldings.heldFrom, today),
          or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, today)),
          postIn === undefined ? undefined : isPostIn(db, postIn),
        ),
      ),
  );
  // Staff speak for the police, whatever their account says; a member for the agency that invited them.
  const isOfAgency = or(
    and(eq(accounts.kind, "staff"), eq(agencies.kind, "police")),
    and(eq(accounts.kind, "member"), isNotNull(accounts.agencyId), eq(agencies.id, accounts.agencyId)),
  );
  return db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      agencyId: agencies.id,
      agency: agencies.name,
    })
    .from(accounts)
    .innerJoin(agencies, isOfAgency)
    .where(
      and(
        eq(accounts.status, "active"),
        or(holdsRole, holdsPost),
        partnersGroup === null
          ? undefined
          : or(
              eq(accounts.kind, "staff"),
              hasLiveAgreement(agencies.id, sql`${partnersGroup.partnershipId}::uuid`, today),
            ),
        accountId === undefined ? undefined : eq(accounts.id, accountId),
      ),
    )
    .orderBy(sql`${agencies.kind} = 'police' desc`, asc(agencies.name), asc(accounts.name), asc(accounts.id))
    .limit(mostPeople);
}

const isPostIn = (db: Db, neighbourhoodIds: readonly string[]): SQL =>
  inArray(
    postHoldings.postId,
    db
      .select({ id: postDetails.postId })
      .from(postDetails)
      .innerJoin(
        placements,
        and(
          eq(placements.teamId, postDetails.teamId),
          eq(placements.editionId, editionIdAt(db, "structure")),
          inArray(placements.neighbourhoodId, [...neighbourhoodIds]),
        ),
      )
      .where(eq(postDetails.editionId, editionIdAt(db, "teams"))),
  );
