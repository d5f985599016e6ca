import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPractice, type WantedPractice } from "#app/domain/practice/practice.ts";
import { updatePractice } from "#db/queries/practice.ts";
import {
  changeItem,
  columnsOf,
  mayChangePractice,
  yearOf,
  type PracticeDeps,
  type ReadPractice,
} from "./practice-change.server.ts";

/** Changes an entry: a draft by its writers, a published one by whoever may publish it; null where the actor may not. */
export const changePractice = (
  deps: PracticeDeps,
  actor: Actor,
  read: ReadPractice,
  wanted: WantedPractice,
): Promise<Change | null> =>
  changeItem(
    deps,
    actor,
    read,
    { action: "practice.change", mayDo: (item) => mayChangePractice(actor, item) },
    async (tx, { id }) => {
      const errors = problemsOfPractice(wanted, yearOf(deps.now));
      if (errors.length > 0) return { ok: false, errors };
      await updatePractice(tx, id, { ...columnsOf(wanted), changedAt: deps.now });
      return null;
    },
  );
