import { forces } from "#db/schema/force.ts";
import type { Db } from "#db/types.ts";

// What the parts of a demonstration's past have in common: each goes on beside those who look at it already.

export const isCutOff = (signal: AbortSignal | undefined) => signal?.aborted === true;

/** Whoever visits meanwhile is served in between. */
export const serve = () => new Promise((resolve) => setImmediate(resolve));

/** Whether the force of a database is invented: of a real one nothing is filled. */
export async function isInvented(db: Db): Promise<boolean> {
  const [force] = await db.select({ isDemonstration: forces.isDemonstration }).from(forces).limit(1);
  return force?.isDemonstration === true;
}
