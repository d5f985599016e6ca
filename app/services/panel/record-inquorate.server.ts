import { done, refused, type Change } from "#app/domain/account/change.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { recordingRefusal, tookPart } from "#app/domain/panel/count-item.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { updateResolution } from "#db/queries/panel.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockForMinutes, readMeeting } from "./open-resolution.server.ts";

/** Records that too few took part, so that another meeting can be called. Null where the actor has no such meeting. */
export const recordInquorate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  resolutionId: string,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const open = await lockForMinutes(tx, { actor, now }, resolutionId);
    if (open?.ok !== true) return open;
    const { resolution } = open;
    const { meeting, votes } = await readMeeting(tx, resolution);
    const early = recordingRefusal(meeting, votes, now);
    if (early !== null) return refused("form", early);
    const present = tookPart(meeting, votes);
    if (present >= resolution.quorum)
      return refused("form", "Enough members took part: record what the panel decided");
    await updateResolution(tx, resolutionId, { state: "inquorate", present, recordedBy: actor.accountId });
    await recordAudit(tx, actor, now, {
      action: "panel.inquorate",
      subjectKind: "resolution",
      subjectId: resolutionId,
      neighbourhoodId: resolution.neighbourhoodId,
      details: { round: resolution.round, present, quorum: resolution.quorum },
    });
    return done;
  });
