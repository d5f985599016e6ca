import { and, desc, eq, isNull, ne } from "drizzle-orm";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

// More than any neighbourhood had; only a bound.
const mostCarried = 100;

/** The public priorities that were chosen in a neighbourhood and went along when boundaries changed. */
export const listCarriedFrom = (
  db: Db,
  goneId: string,
): Promise<{ reference: string; title: string; state: PriorityState }[]> =>
  db
    .select({ reference: priorities.reference, title: priorities.title, state: priorities.state })
    .from(priorities)
    .where(
      and(
        eq(priorities.chosenInId, goneId),
        isNull(priorities.takenDownAt),
        ne(priorities.state, "proposed"),
      ),
    )
    .orderBy(desc(priorities.adoptedOn))
    .limit(mostCarried);
