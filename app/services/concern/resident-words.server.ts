import { findConcernWords } from "#db/queries/concern-triage.ts";
import type { Db } from "#db/types.ts";

/** All that a resident wrote, for a comparison with what we write: nothing of it leaves the service. */
export async function residentWords(tx: Db, concernId: string): Promise<string> {
  const words = await findConcernWords(tx, concernId);
  return [words?.words, words?.effectWords, words?.whenWords].filter((one) => one != null).join("\n");
}
