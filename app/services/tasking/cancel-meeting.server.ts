import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { updateTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { CallingDeps } from "./call-meeting.server.ts";
import { changeTaskingMeeting } from "./change-meeting.server.ts";
import { sendInvitations } from "./send-invitations.server.ts";

/** Calls a meeting off, with a reason for those who were asked: they read it on its page, the mail says only that it is off. */
export const cancelTaskingMeeting = (
  deps: CallingDeps,
  actor: Actor,
  { reference, version }: { reference: string; version: number },
  reason: string,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    const { now, publicUrl } = deps;
    if (!mayChair(actor, group)) return refused("form", "Only whoever chairs this group cancels its meetings");
    if (meeting.state !== "called") return refused("form", "Only a meeting that has not begun can be cancelled");
    if (meeting.version !== version)
      return refused("form", "Somebody else changed this meeting. Look at it again, then cancel it");
    if (reason.trim() === "") return refused("reason", "Enter why it is cancelled");
    const problems = problemsOfTaskingWords(reason);
    if (problems.length > 0)
      return { ok: false, errors: problems.map((message) => ({ field: "reason", message })) };
    const changes = {
      state: "cancelled" as const,
      cancelledReason: reason.trim(),
      changedAt: now,
      sequence: meeting.sequence + 1,
    };
    await updateTaskingMeeting(tx, meeting, changes);
    await asPlatform(tx, async () =>
      sendInvitations(tx, await listAttendances(tx, meeting.id), {
        now,
        publicUrl,
        meeting: { ...meeting, ...changes },
        group,
        told: "cancelled",
      }),
    );
    await recordAudit(tx, actor, now, {
      action: "tasking.cancel",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
    });
    return done;
  });
