import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteVote, insertInterest, itemsOf, lockResolution, membersOf } from "#db/queries/panel.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface DeclaredInterest {
  resolutionId: string;
  itemId: string;
  /** Whose interest, where staff record it for somebody; a member declares their own. */
  memberId?: string;
}

/**
 * A member declares an interest in an item, or staff record it: they take no part in it, and a vote that they cast on it
 * is gone. What the interest is nobody is asked. Null where the actor has no such meeting.
 */
export const declareInterest = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { resolutionId, itemId, memberId }: DeclaredInterest,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const resolution = await lockResolution(tx, resolutionId);
    if (resolution === null) return null;
    const members = await membersOf(tx, resolutionId);
    const isOfStaff = memberId !== undefined && can(actor, "panel:convene", resolution);
    const declaredBy = isOfStaff ? memberId : actor.accountId;
    const seat = members.find(({ accountId }) => accountId === declaredBy);
    if (seat === undefined) return isOfStaff ? refused("member", "Choose a member of this panel") : null;
    if (resolution.state !== "open") return refused("form", "This meeting has been recorded already");
    const items = await itemsOf(tx, resolutionId);
    if (!items.some(({ id }) => id === itemId)) return refused("item", "Choose what the interest is in");
    const { accountId } = seat;
    if (!(await insertInterest(tx, { itemId, accountId, declaredAt: now }))) return done;
    await deleteVote(tx, itemId, accountId);
    await recordAudit(tx, actor, now, {
      action: "panel.declare-interest",
      subjectKind: "resolution",
      subjectId: resolutionId,
      neighbourhoodId: resolution.neighbourhoodId,
      details: { item: itemId, isRecordedByStaff: isOfStaff },
    });
    return done;
  });
