import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findItem, updateItem } from "#db/queries/tasking-item.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { noSuchItem, recordRefusal } from "./record-in-meeting.server.ts";

export interface WantedLine {
  reference: string;
  itemId: string;
  /** What residents are to be told, and by whom; empty where they are told nothing. */
  line: string;
  isNothing: boolean;
}

const mostLine = 400;

/** Says what residents are told of an item of an open meeting, or that there is nothing to tell. */
export const sayFeedbackLine = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, itemId, line, isNothing }: WantedLine,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change> => {
    const refusal = recordRefusal(actor, held);
    if (refusal !== null) return refusal;
    const told = isNothing ? nothingToTell : line.trim();
    if (told === "")
      return refused("line", "Enter what residents are told, or say that there is nothing to tell");
    if (told.length > mostLine) return refused("line", `Shorten this to ${mostLine} characters or fewer`);
    const problems = new Set([...problemsOfTaskingWords(told), ...problemsOfPublicWords(told)]);
    if (problems.size > 0)
      return { ok: false, errors: [...problems].map((message) => ({ field: "line", message })) };
    const { meeting, group } = held;
    const item = await findItem(tx, meeting.id, itemId);
    if (item === null) return noSuchItem;
    await updateItem(tx, item, { feedbackLine: told });
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.record",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { group: group.code, meeting: meeting.number, kind: "feedback-line", item: itemId, isNothing },
    });
    return done;
  });
