import { asc, eq } from "drizzle-orm";
import { responseTeams } from "#db/schema/abstraction.ts";
import type { Db } from "#db/types.ts";

// More than any force has; only a bound.
const mostTeams = 200;

/** The names of the response teams there are. Call it as staff. */
export async function responseTeamNames(db: Db): Promise<string[]> {
  const rows = await db
    .select({ name: responseTeams.name })
    .from(responseTeams)
    .where(eq(responseTeams.isClosed, false))
    .orderBy(asc(responseTeams.name), asc(responseTeams.code))
    .limit(mostTeams);
  return [...new Set(rows.map(({ name }) => name))];
}
