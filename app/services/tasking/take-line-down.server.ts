import { joinedLineId } from "#app/domain/tasking/line-words.ts";
import { paths } from "#app/paths.ts";
import { deleteNewsAt } from "#db/queries/news.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { TaskingAction } from "#db/queries/tasking-action.ts";
import { deletePublicLine } from "#db/queries/tasking-public-line.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/** Takes what residents read of an action out of every public page, and out of the news of it; nothing where nothing stood. */
export const takeLineDown = (tx: Db, { id, priorityId }: TaskingAction): Promise<void> =>
  asPlatform(tx, async () => {
    await deletePublicLine(tx, id);
    const priority = priorityId === null ? null : await findPriorityById(tx, priorityId);
    if (priority === null) return;
    const path = paths.priorityPart(priority.reference, joinedLineId(id));
    await deleteNewsAt(tx, { subjectId: priority.id, path });
  });
