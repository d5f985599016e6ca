import { and, asc, desc, eq, lt, lte, or } from "drizzle-orm";
import type { PlanChange } from "#app/domain/plan/moments.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { planChanges } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";

/** The last changes of a plan below a place, the latest first. Only staff see any. */
export const listPlanChanges = (
  db: Db,
  planId: string,
  { below, limit }: { below: number | null; limit: number },
): Promise<PlanChange[]> =>
  db
    .select({
      number: planChanges.number,
      name: planChanges.name,
      at: planChanges.at,
      by: planChanges.by,
    })
    .from(planChanges)
    .where(and(eq(planChanges.planId, planId), below === null ? undefined : lt(planChanges.number, below)))
    .orderBy(desc(planChanges.number))
    .limit(limit);

// There are as many fields as the module names, and a few that older versions named.
const mostFields = 200;

/** What each field of a plan held after a change, by its place among all changes. */
export async function planValuesAfter(
  db: Db,
  planId: string,
  number: number,
): Promise<Map<PlanFieldName, string>> {
  const rows = await db
    .selectDistinctOn([planChanges.name], { name: planChanges.name, value: planChanges.value })
    .from(planChanges)
    .where(and(eq(planChanges.planId, planId), lte(planChanges.number, number)))
    .orderBy(asc(planChanges.name), desc(planChanges.version))
    .limit(mostFields);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** What fields of a plan held in versions of theirs that have been overwritten since. */
export const fieldsAsRead = (
  db: Db,
  planId: string,
  versions: readonly { name: PlanFieldName; version: number }[],
) =>
  db
    .select({ name: planChanges.name, value: planChanges.value, version: planChanges.version })
    .from(planChanges)
    .where(
      and(
        eq(planChanges.planId, planId),
        or(
          ...versions.map(({ name, version }) =>
            and(eq(planChanges.name, name), eq(planChanges.version, version)),
          ),
        ),
      ),
    )
    .limit(versions.length);
