import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { updatePractice } from "#db/queries/practice.ts";
import {
  changeItem,
  mayWithPractice,
  type PracticeDeps,
  type ReadPractice,
} from "./practice-change.server.ts";

/** Takes an entry out of the library; it is a draft again. Null where the actor may not. */
export const withdrawPractice = (
  deps: PracticeDeps,
  actor: Actor,
  read: ReadPractice,
): Promise<Change | null> =>
  changeItem(
    deps,
    actor,
    read,
    { action: "practice.withdraw", mayDo: (item) => mayWithPractice(actor, "practice:publish", item) },
    async (tx, { id, publishedAt }) => {
      if (publishedAt === null) return refused("form", "This entry is not published");
      await updatePractice(tx, id, { publishedAt: null, changedAt: deps.now });
      return null;
    },
  );
