import type { JobDeps } from "#app/services/edition/import.server.ts";
import { countMonthsOfOtherBoundaries } from "#db/queries/incident-shape.ts";

/** After the boundaries changed: what is kept are counts, so only the files themselves can be counted anew. */
export async function sayMonthsToReload({ db, say }: JobDeps): Promise<void> {
  const months = await countMonthsOfOtherBoundaries(db);
  if (months === 0) return;
  say(
    `${months === 1 ? "One month" : `${months} months`} of incidents ${months === 1 ? "was" : "were"} counted in the boundaries before: ` +
      "import the same files again. Until then no trend is shown for a neighbourhood whose shape changed.",
  );
}
