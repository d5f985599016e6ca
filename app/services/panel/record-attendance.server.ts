import { done, refused, type Change } from "#app/domain/account/change.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { membersOf, setAttendance } from "#db/queries/panel.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockForMinutes } from "./open-resolution.server.ts";

export interface Attendance {
  resolutionId: string;
  presentIds: readonly string[];
  chairId: string | null;
}

/** Records who was there and who was in the chair: a community member. Null where the actor has no such meeting. */
export const recordAttendance = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { resolutionId, presentIds, chairId }: Attendance,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const open = await lockForMinutes(tx, { actor, now }, resolutionId);
    if (open?.ok !== true) return open;
    const { resolution } = open;
    const members = await membersOf(tx, resolutionId);
    const chair = members.find(({ accountId }) => accountId === chairId);
    if (chair === undefined) return refused("chair", "Choose a chair among the community members");
    // An interim panel is all key individuals: one of them takes the chair.
    if (chair.capacity === "stand-in" && !resolution.isInterim)
      return refused("chair", "The chair must be a community member of the panel");
    if (resolution.format !== "written" && !presentIds.includes(chair.accountId))
      return refused("chair", "The chair must have been there");
    const known = members.filter(({ accountId }) => presentIds.includes(accountId));
    await setAttendance(tx, resolutionId, {
      presentIds: known.map(({ accountId }) => accountId),
      chair: { id: chair.accountId, was: resolution.isInterim ? "stand-in" : "member" },
    });
    await recordAudit(tx, actor, now, {
      action: "panel.attend",
      subjectKind: "resolution",
      subjectId: resolutionId,
      neighbourhoodId: resolution.neighbourhoodId,
      details: { present: known.length },
    });
    return done;
  });
