import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfFeedbackLine } from "#app/domain/tasking/feedback-line.ts";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findItem, updateItem } from "#db/queries/tasking-item.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { noSuchItem, recordRefusal } from "./record-in-meeting.server.ts";

export interface WantedLine {
  reference: string;
  itemId: string;
  /** Of the item as it was seen: another recorder may have said something of it since. */
  version: number;
  /** What residents are to be told, and by whom; empty where they are told nothing. */
  line: string;
  isNothing: boolean;
}

/** Says what residents are told of an item of an open meeting, or that there is nothing to tell. */
export const sayFeedbackLine = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, itemId, version, line, isNothing }: WantedLine,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change> => {
    const refusal = recordRefusal(actor, held);
    if (refusal !== null) return refusal;
    const told = isNothing ? nothingToTell : line.trim();
    if (told === "")
      return refused("line", "Enter what residents are told, or say that there is nothing to tell");
    const problems = problemsOfFeedbackLine(told);
    if (problems.length > 0)
      return { ok: false, errors: problems.map((message) => ({ field: "line", message })) };
    const { meeting, group } = held;
    const item = await findItem(tx, meeting.id, itemId);
    if (item === null) return noSuchItem;
    if (item.feedbackLine === told) return done;
    if (item.version !== version)
      return refused(
        "itemId",
        "Somebody else said something of this item meanwhile: read it above, then choose the item again",
      );
    await updateItem(tx, item, { feedbackLine: told });
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.record",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { group: group.code, meeting: meeting.number, kind: "feedback-line", item: itemId, isNothing },
    });
    return done;
  });
