import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updatePractice } from "#db/queries/practice.ts";
import {
  changeItem,
  mayWithPractice,
  type PracticeDeps,
  type ReadPractice,
} from "./practice-change.server.ts";

/** Puts an entry into the library, where everybody reads it; null where the actor may not. */
export const publishPractice = (
  deps: PracticeDeps,
  actor: Actor,
  read: ReadPractice,
): Promise<Change | null> =>
  changeItem(
    deps,
    actor,
    read,
    { action: "practice.publish", mayDo: (item) => mayWithPractice(actor, "practice:publish", item) },
    async (tx, { id, publishedAt }) => {
      if (publishedAt !== null) return refused("form", "This entry is published already");
      await updatePractice(tx, id, { publishedAt: deps.now, changedAt: deps.now });
      return null;
    },
  );
