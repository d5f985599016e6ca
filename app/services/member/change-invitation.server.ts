import type { Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { invitationEnd } from "#app/domain/member/invitation.ts";
import { paths } from "#app/paths.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockInvitation, markWithdrawn, renewInvitation, type Invitation } from "#db/queries/invitation.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { inviterName } from "./invite-member.server.ts";
import { invitationMail, wayBackMail } from "./member-mails.ts";
import { reaches, reachOf } from "./reach.server.ts";

type Moment = { db: Db; now: Date };

/** `gone`: not theirs, not there, or no longer waiting: all look the same. */
export type InvitationChanged = { ok: true } | { ok: false; reason: "gone" | "limited" };
const gone = { ok: false, reason: "gone" } as const;

/** Makes the link of an invitation that nobody accepted stop working. */
export const withdrawInvitation = (
  { db, now }: Moment,
  actor: Actor,
  id: string,
): Promise<InvitationChanged> =>
  withActor(db, actor, async (tx) => {
    const invitation = await lockOwn(tx, actor, id);
    if (invitation === null) return gone;
    await markWithdrawn(tx, id, now);
    await recordChange(tx, actor, now, "invitation.withdraw", invitation);
    return { ok: true };
  });

/** Sends an invitation once more, with another link: the one before stops working. */
export const resendInvitation = (
  { db, now, publicUrl }: Moment & { publicUrl: string },
  actor: Actor,
  id: string,
): Promise<InvitationChanged> =>
  withActor(db, actor, async (tx) => {
    const invitation = await lockOwn(tx, actor, id);
    if (invitation?.email == null || actor.accountId === null) return gone;
    const key = allowanceKey("invitationsPerAccount", actor.accountId);
    const allowed = await takeAllowance(tx, key, limits.invitationsPerAccount, now);
    if (!allowed.isAllowed) return { ok: false, reason: "limited" };
    const token = newToken();
    await renewInvitation(tx, id, { tokenHash: hashToken(token), expiresAt: invitationEnd(now) });
    const inviter = await inviterName(tx, actor);
    const url = `${publicUrl}${paths.join(token)}`;
    await queueMail(tx, now, {
      ...(invitation.accountId === null
        ? invitationMail(invitation.kind, inviter, url)
        : wayBackMail(inviter, url)),
      accountId: invitation.accountId,
      recipient: invitation.email,
    });
    await recordChange(tx, actor, now, "invitation.send-again", invitation);
    return { ok: true };
  });

/** An invitation that nobody accepted, by this actor or within their areas. */
async function lockOwn(tx: Db, actor: Actor, id: string): Promise<Invitation | null> {
  const reach = await reachOf(tx, actor);
  const invitation = reach === null ? null : await lockInvitation(tx, id);
  if (reach === null || invitation === null) return null;
  const isTheirs = invitation.invitedBy === actor.accountId || reaches(reach, invitation.areaId);
  const isWaiting = invitation.acceptedAt === null && invitation.withdrawnAt === null;
  return isTheirs && isWaiting ? invitation : null;
}

const recordChange = (
  tx: Db,
  actor: Actor,
  now: Date,
  action: "invitation.withdraw" | "invitation.send-again",
  { id, kind, agencyId, areaKind, areaId }: Invitation,
) =>
  recordAudit(tx, actor, now, {
    action,
    subjectKind: "invitation",
    subjectId: id,
    agencyId,
    neighbourhoodId: areaKind === "neighbourhood" ? areaId : null,
    details: { kind },
  });
