import { asc, eq } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { engagementActivities } from "#db/schema/engagement.ts";
import type { Db } from "#db/types.ts";
import { listOfTeam } from "./action-owner.ts";
import { partnerAgencies } from "./member.ts";

// More than any plan has; only bounds.
const mostActivities = 100;

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

/** Whoever can run an activity in a neighbourhood: the officers who can be given an action there, and partner agencies. */
export async function listActivityOwners(db: Db, neighbourhoodId: string, day: Day) {
  const team = await listOfTeam(db, neighbourhoodId, day);
  return {
    staff: team.map(({ accountId, name }) => ({ id: accountId, name })),
    agencies: await partnerAgencies(db),
  };
}
