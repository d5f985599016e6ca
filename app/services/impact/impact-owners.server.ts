import type { Day } from "#app/domain/team/day.ts";
import { holdersOver } from "#db/queries/impact-people.ts";
import type { Db } from "#db/types.ts";

/**
 * Whose an assessment is to look after: whoever opened it, while the area is theirs; else the inspectors whose it is now.
 * Call it as the platform.
 */
export async function ownersOfImpact(
  tx: Db,
  { openedBy, neighbourhoodIds }: { openedBy: string | null; neighbourhoodIds: readonly string[] },
  day: Day,
): Promise<string[]> {
  const inspectors = (await holdersOver(tx, "inspector", neighbourhoodIds, day)).map(({ id }) => id);
  return openedBy !== null && inspectors.includes(openedBy) ? [openedBy] : inspectors;
}
