import { platform, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { invitationEnd } from "#app/domain/member/invitation.ts";
import { isAgencyKind } from "#app/domain/member/member.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { updateAccount, type Account } from "#db/queries/account.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertInvitation, withdrawWaiting } from "#db/queries/invitation.ts";
import { eraseProofs } from "#db/queries/member-proof.ts";
import {
  endRolesOf,
  forgetLostProof,
  lockMember,
  rolesOfMember,
  type MemberRow,
} from "#db/queries/member.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { inviterName } from "./invite-member.server.ts";
import { endedMail, wayBackMail } from "./member-mails.ts";
import { reaches, reachOf } from "./reach.server.ts";

type Moment = { db: Db; now: Date };

/** `gone`: not there, or not wholly within the actor's areas: both look the same. */
export type LookedAfter = { ok: true } | { ok: false; reason: "gone" | "limited" };
const gone = { ok: false, reason: "gone" } as const;

/** What staff see of one member: their roles of today, or null where the member is not wholly theirs to look after. */
export async function ownMember(tx: Db, now: Date, actor: Actor, id: string): Promise<MemberRow[] | null> {
  const reach = await reachOf(tx, actor);
  const roles = reach === null ? [] : await rolesOfMember(tx, id, londonDay(now));
  return reach !== null && roles.length > 0 && roles.every(({ areaId }) => reaches(reach, areaId))
    ? roles
    : null;
}

/**
 * Sends a member the link to set up a new way to sign in, once somebody of the force has checked in person or by a
 * known number who they are. Nothing changes until they open it.
 */
export const sendWayBack = (
  { db, now, publicUrl }: Moment & { publicUrl: string },
  actor: Actor,
  id: string,
): Promise<LookedAfter> =>
  withActor(db, actor, async (tx) => {
    const found = await lockOwnMember(tx, now, actor, id);
    const role = found && (found.roles.find(({ kind }) => isAgencyKind(kind)) ?? found.roles[0]);
    if (role == null || found === null || actor.accountId === null) return gone;
    const { email, emailKey, agencyId } = found.account;
    if (email === null || emailKey === null) return gone;
    const key = allowanceKey("invitationsPerAccount", actor.accountId);
    const allowed = await takeAllowance(tx, key, limits.invitationsPerAccount, now);
    if (!allowed.isAllowed) return { ok: false, reason: "limited" };

    await withdrawWaiting(tx, id, now);
    const token = newToken();
    await insertInvitation(tx, {
      tokenHash: hashToken(token),
      kind: role.kind,
      email,
      emailKey,
      agencyId,
      areaKind: role.areaKind,
      areaId: role.areaId,
      accountId: id,
      invitedBy: actor.accountId,
      createdAt: now,
      expiresAt: invitationEnd(now),
    });
    await forgetLostProof(tx, id);
    await queueMail(tx, now, {
      ...wayBackMail(await inviterName(tx, actor), `${publicUrl}${paths.join(token)}`),
      accountId: id,
      recipient: email,
    });
    await record(tx, now, actor, found, "member.send-way-back");
    return { ok: true };
  });

/** Ends a member's access at once: roles, sessions, proofs and links go, the account is closed. */
export const endMember = ({ db, now }: Moment, actor: Actor, id: string): Promise<LookedAfter> =>
  // Another person's proofs are open to the platform alone; whose member it is has been asked before.
  withActor(db, platform(actor.requestId), async (tx) => {
    const found = await lockOwnMember(tx, now, actor, id);
    if (found === null) return gone;
    await endRolesOf(tx, id, now);
    await endSessionsOf(tx, id, now);
    await eraseProofs(tx, id);
    await withdrawWaiting(tx, id, now);
    await forgetLostProof(tx, id);
    await updateAccount(tx, id, { status: "closed", closedAt: now });
    const { email } = found.account;
    if (email !== null) await queueMail(tx, now, { ...endedMail(), accountId: id, recipient: email });
    await record(tx, now, actor, found, "member.end");
    return { ok: true };
  });

interface OwnMember {
  account: Account;
  roles: MemberRow[];
}

async function lockOwnMember(tx: Db, now: Date, actor: Actor, id: string): Promise<OwnMember | null> {
  const account = await lockMember(tx, id);
  const roles = account === null ? null : await ownMember(tx, now, actor, id);
  return account === null || roles === null ? null : { account, roles };
}

const record = (
  tx: Db,
  now: Date,
  actor: Actor,
  { account, roles }: OwnMember,
  action: "member.send-way-back" | "member.end",
) =>
  recordAudit(tx, actor, now, {
    action,
    subjectKind: "account",
    subjectId: account.id,
    agencyId: account.agencyId,
    neighbourhoodId: roles.find(({ areaKind }) => areaKind === "neighbourhood")?.areaId ?? null,
  });
