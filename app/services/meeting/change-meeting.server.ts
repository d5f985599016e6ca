import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import {
  meetingTimeInWords,
  problemsOfMeeting,
  type WantedMeeting,
} from "#app/domain/meeting/announcement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateMeeting } from "#db/queries/meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { columnsOf } from "./announce-meeting.server.ts";
import {
  lockForChange,
  namedInMeeting,
  tellFollowers,
  warnOfNames,
  type SeenMeeting,
} from "./meeting-change.server.ts";

/** Changes what was announced of a meeting that has not begun; those who follow the neighbourhood are told. */
export const changeMeeting = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  seen: SeenMeeting,
  wanted: WantedMeeting,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const locked = await lockForChange(tx, actor, seen);
    if (!locked.ok) return locked;
    const { id, reference, state, startsAt, neighbourhoods } = locked.meeting;
    if (state !== "announced" || startsAt <= now)
      return refused("form", "Only a meeting that has not begun can be changed");
    const errors = [...problemsOfMeeting(wanted, now), ...namedInMeeting(wanted)];
    if (errors.length > 0) return { ok: false, errors };
    const neighbourhoodIds = neighbourhoods.map((neighbourhood) => neighbourhood.id);
    const warned = await warnOfNames(tx, now, { ...wanted, neighbourhoodIds });
    if (!warned.ok) return warned;
    await updateMeeting(tx, id, { ...columnsOf(wanted), changedAt: now });
    await tellFollowers(tx, now, {
      reference,
      neighbourhoodIds,
      line: `Changed: ${wanted.title.trim()}, now ${meetingTimeInWords(wanted, londonDay(now))}.`,
    });
    await recordAudit(tx, actor, now, {
      action: "meeting.change",
      subjectKind: "meeting",
      subjectId: id,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
      details: { isMoved: startsAt.getTime() !== wanted.startsAt.getTime() },
    });
    return done;
  });
