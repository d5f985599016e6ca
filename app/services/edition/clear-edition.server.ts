import { setImmediate } from "node:timers/promises";
import { deleteSomeOfStaged } from "#db/queries/edition-staging.ts";
import type { Db } from "#db/types.ts";

// Small enough that no transaction holds the embedded database, which serves residents meanwhile, for long.
const rowsAtOnce = 1_000;

/** Removes a staged edition and its rows, a few at a time. Does nothing to one that is whole. */
export async function clearEdition(db: Db, editionId: string): Promise<void> {
  while (await deleteSomeOfStaged(db, editionId, rowsAtOnce)) await setImmediate();
}
