import { and, asc, eq, inArray } from "drizzle-orm";
import { openStates } from "#app/domain/priority/open.ts";
import { responseTeams } from "#db/schema/abstraction.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

export interface ResponseTeam {
  id: string;
  code: string;
  name: string;
  minimum: number;
}

// More than any force has; only bounds.
const mostTeams = 200;
const mostPriorities = 500;

/** The response teams there are now, by name. */
export const listResponseTeams = (db: Db): Promise<ResponseTeam[]> =>
  db
    .select({
      id: responseTeams.id,
      code: responseTeams.code,
      name: responseTeams.name,
      minimum: responseTeams.minimum,
    })
    .from(responseTeams)
    .where(eq(responseTeams.isClosed, false))
    .orderBy(asc(responseTeams.name), asc(responseTeams.code))
    .limit(mostTeams);

/** A response team, closed or not; null where there is none. */
export async function findResponseTeam(db: Db, id: string): Promise<ResponseTeam | null> {
  const [team] = await db
    .select({
      id: responseTeams.id,
      code: responseTeams.code,
      name: responseTeams.name,
      minimum: responseTeams.minimum,
    })
    .from(responseTeams)
    .where(eq(responseTeams.id, id))
    .limit(1);
  return team ?? null;
}

/** The priorities that are worked on in neighbourhoods: what an abstraction can slow. */
export const listOpenPriorities = (db: Db, neighbourhoodIds: readonly string[]) =>
  neighbourhoodIds.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: priorities.id, reference: priorities.reference, title: priorities.title })
        .from(priorities)
        .where(
          and(
            inArray(priorities.neighbourhoodId, [...neighbourhoodIds]),
            inArray(priorities.state, [...openStates]),
          ),
        )
        .orderBy(asc(priorities.title), asc(priorities.reference))
        .limit(mostPriorities);

/** A priority of one of these neighbourhoods; null where it is none of theirs. */
export async function findPriorityOf(db: Db, id: string, neighbourhoodIds: readonly string[]) {
  const [priority] = await db
    .select({ id: priorities.id, reference: priorities.reference, title: priorities.title })
    .from(priorities)
    .where(and(eq(priorities.id, id), inArray(priorities.neighbourhoodId, [...neighbourhoodIds])))
    .limit(1);
  return priority ?? null;
}

export const isNeighbourhood = async (db: Db, id: string): Promise<boolean> =>
  (await db.$count(neighbourhoods, eq(neighbourhoods.id, id))) === 1;
