import type { Actor } from "#app/domain/actor.ts";
import { joinedLineId, publicLineInWords } from "#app/domain/tasking/line-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { changeNewsAt, insertNews } from "#db/queries/news.ts";
import type { Priority } from "#db/queries/priority.ts";
import { updateTaskingAction, type HeldTaskingAction } from "#db/queries/tasking-action.ts";
import { writePublicLine } from "#db/queries/tasking-public-line.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/**
 * Writes what residents read of an action on its priority's page. Followers are told the first time; words that are put
 * right later are put right in the news too, and told nobody again.
 */
export async function publishLine(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { action, agency }: HeldTaskingAction,
  { id: priorityId, reference, title, neighbourhoodId }: Priority,
  line: string,
): Promise<void> {
  const isNew = action.publicLineState !== "published";
  const doneOn = londonDay(action.closedAt ?? now);
  const told = `${title}: ${publicLineInWords({ agency: agency.name, line, doneOn })}.`;
  const path = paths.tasking.publicLine(reference, joinedLineId(action.id));
  await asPlatform(tx, async () => {
    await updateTaskingAction(tx, action.id, {
      publicLine: line,
      publicLineState: "published",
      withheldReason: null,
      publishedAt: action.publishedAt ?? now,
      publishedBy: actor.accountId,
      changedAt: now,
    });
    await writePublicLine(tx, {
      actionId: action.id,
      priorityId,
      agencyId: agency.id,
      line,
      doneOn,
      publishedAt: now,
    });
    if (isNew)
      await insertNews(tx, [
        { at: now, neighbourhoodId, kind: "priority", subjectId: priorityId, line: told, path },
      ]);
    else await changeNewsAt(tx, { subjectId: priorityId, path }, told);
  });
}
