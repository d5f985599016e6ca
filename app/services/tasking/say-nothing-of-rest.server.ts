import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { tellOfItems } from "#db/queries/tasking-item.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { readLacks } from "./finish-meeting.server.ts";
import { recordRefusal } from "./record-in-meeting.server.ts";

/**
 * Says of every item of an open meeting of which something has to be said, and nothing was yet, that there is nothing to
 * tell residents: an agenda of thirty priorities has talked of five. Null where the actor has no such meeting.
 */
export const sayNothingOfRest = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change> => {
    const refusal = recordRefusal(actor, held);
    if (refusal !== null) return refusal;
    const { meeting, group } = held;
    const lacks = await readLacks(tx, held);
    const rest = lacks.flatMap(({ part, subject }) => (part === "feedback" ? (subject ?? []) : []));
    if (rest.length === 0) return done;
    await tellOfItems(tx, rest, nothingToTell);
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.record",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: {
        group: group.code,
        meeting: meeting.number,
        kind: "feedback-line",
        items: rest.length,
        isNothing: true,
      },
    });
    return done;
  });
