import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { readersOfMinutes } from "#db/queries/tasking-circulation.ts";
import { updateTaskingMeeting, type HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { staffReadersOf } from "./staff-readers.server.ts";

/**
 * Sends finished minutes round, once: whoever is entitled to them gets a link, and nothing of what they say. Null where
 * the actor has no such meeting.
 */
export const circulateMinutes = (
  deps: TaskingDeps & { publicUrl: string },
  actor: Actor,
  reference: string,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change> => {
    const { meeting, group } = held;
    const { now } = deps;
    if (!mayRecordIn(actor, held))
      return refused("form", "You may read these minutes, but not send them round");
    if (meeting.state !== "finished")
      return refused("form", "Finish the minutes first: what is not finished is not sent round");
    if (meeting.circulatedAt !== null) return refused("form", "These minutes were sent round already");
    await updateTaskingMeeting(tx, meeting, { circulatedAt: now });
    const readers = await asPlatform(tx, () => sendRound(tx, deps, held));
    await recordAudit(tx, actor, now, {
      action: "tasking.circulate",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { group: group.code, meeting: meeting.number, readers },
    });
    return done;
  });

async function sendRound(
  tx: Db,
  { now, publicUrl }: { now: Date; publicUrl: string },
  { meeting, group }: HeldMeeting,
): Promise<number> {
  const readers = await readersOfMinutes(tx, meeting.id, londonDay(now));
  const officers = readers.filter(({ kind }) => kind === "staff").map(({ id }) => id);
  const byRole = await staffReadersOf(tx, officers, londonDay(now));
  await queueMailToMany(
    tx,
    now,
    { purpose: "staff-notice", subject: `Minutes of ${group.name}` },
    readers.flatMap(({ id, email }) => {
      if (email === null) return [];
      const ways = byRole.has(id) ? paths.tasking : paths.partners;
      const body = [
        `The minutes of a meeting of ${group.name} are finished.`,
        `Sign in to read them: ${publicUrl}${ways.minutes(meeting.reference)}`,
        "They are for those who were asked to the meeting. Do not send them on.",
      ].join("\n\n");
      return [{ accountId: id, email, hasStopped: false, body }];
    }),
  );
  return readers.length;
}
