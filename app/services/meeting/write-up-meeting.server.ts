import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { afterMeetingAct } from "#app/domain/meeting/meeting.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateMeeting } from "#db/queries/meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockForChange, tellFollowers, type SeenMeeting } from "./meeting-change.server.ts";

export interface WriteUp {
  /** What was said. */
  said: string;
  /** What was decided; empty where nothing was. */
  decisions: string;
  /** How many came; null where nobody counted. */
  attended: number | null;
}

/** Writes up what was said and decided at a meeting, in staff's own words; once more puts a mistake right. */
export const writeUpMeeting = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  seen: SeenMeeting,
  { said, decisions, attended }: WriteUp,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const locked = await lockForChange(tx, actor, seen);
    if (!locked.ok) return locked;
    const { meeting } = locked;
    const after = afterMeetingAct(meeting, "write-up", said, now);
    if (!after.ok) return refused("said", after.message);
    const errors = problemsOfPublished({ said, decisions });
    if (errors.length > 0) return { ok: false, errors };
    await updateMeeting(tx, meeting.id, {
      state: after.state,
      writeUp: said.trim(),
      decisions: decisions.trim() === "" ? null : decisions.trim(),
      attended,
      writtenUpAt: now,
      changedAt: now,
    });
    const neighbourhoodIds = meeting.neighbourhoods.map(({ id }) => id);
    const isFirst = meeting.state !== "written-up";
    await tellFollowers(tx, now, {
      reference: meeting.reference,
      neighbourhoodIds,
      line: isFirst
        ? `What was said and decided at ${meeting.title} is written up.`
        : `What was written of ${meeting.title} was put right.`,
    });
    await recordAudit(tx, actor, now, {
      action: "meeting.write-up",
      subjectKind: "meeting",
      subjectId: meeting.id,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
      details: { attended, isCorrection: !isFirst },
    });
    return done;
  });
