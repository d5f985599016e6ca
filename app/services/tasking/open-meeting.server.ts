import { randomUUID } from "node:crypto";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { settleCarried } from "#db/queries/tasking-carried.ts";
import { appendEntry } from "#db/queries/tasking-entry.ts";
import { updateTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { writeStandingAgenda } from "./renew-agenda.server.ts";

/**
 * Opens a called meeting: from then on it is recorded. What was given or closed since it was called is brought up to
 * date first, so that no action is forgotten. Null where the actor has no such meeting.
 */
export const openMeeting = (deps: TaskingDeps, actor: Actor, reference: string): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    const { now } = deps;
    if (!mayRecordIn(actor, { meeting, group }))
      return refused("form", "Only whoever records or chairs this meeting opens it");
    if (meeting.state === "open") return done;
    if (meeting.state !== "called") return refused("form", "Only a meeting that is called can be opened");
    await writeStandingAgenda(tx, { meetingId: meeting.id, group, now });
    await settleCarried(tx, meeting.id, now);
    await updateTaskingMeeting(tx, meeting, { state: "open", openedAt: now, changedAt: now });
    await appendEntry(tx, meeting.id, {
      kind: "moment",
      words: "The meeting was opened.",
      key: randomUUID(),
      by: actor.accountId,
      at: now,
    });
    await recordAudit(tx, actor, now, {
      action: "tasking.open",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
    });
    return done;
  });
