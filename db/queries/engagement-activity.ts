import { and, asc, eq, gte, isNull, lte, ne, or } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { engagementActivities } from "#db/schema/engagement.ts";
import { placements } from "#db/schema/structure.ts";
import { postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More than any plan, team or force has; they only bound.
const mostActivities = 100;
const mostStaff = 100;
const mostAgencies = 500;

/** The activities of a plan as staff see them, with who runs each. */
export async function listActivities(db: Db, planId: string) {
  const rows = await db
    .select({ activity: engagementActivities, owner: accounts.name, agency: agencies.name })
    .from(engagementActivities)
    .leftJoin(accounts, eq(accounts.id, engagementActivities.ownerId))
    .leftJoin(agencies, eq(agencies.id, engagementActivities.agencyId))
    .where(eq(engagementActivities.planId, planId))
    .orderBy(asc(engagementActivities.number))
    .limit(mostActivities);
  return rows.map(({ activity, owner, agency }) => ({ ...activity, runBy: owner ?? agency }));
}

/** Whoever can run an activity in a neighbourhood: those of its team who can sign in, and partner agencies. */
export async function listActivityOwners(db: Db, neighbourhoodId: string, day: Day) {
  const staff = await db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(placements)
    .innerJoin(
      postDetails,
      and(eq(postDetails.teamId, placements.teamId), eq(postDetails.editionId, editionIdAt(db, "teams"))),
    )
    .innerJoin(
      postHoldings,
      and(
        eq(postHoldings.editionId, postDetails.editionId),
        eq(postHoldings.postId, postDetails.postId),
        lte(postHoldings.heldFrom, day),
        or(isNull(postHoldings.heldTo), gte(postHoldings.heldTo, day)),
      ),
    )
    .innerJoin(accounts, and(eq(accounts.personId, postHoldings.personId), eq(accounts.status, "active")))
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        eq(placements.neighbourhoodId, neighbourhoodId),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(mostStaff);
  const partners = await db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(ne(agencies.kind, "police"))
    .orderBy(asc(agencies.name), asc(agencies.id))
    .limit(mostAgencies);
  return { staff, agencies: partners };
}
