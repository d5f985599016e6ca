import type { MemberKind } from "#app/domain/account/account.ts";
import { normaliseEmail } from "#app/domain/account/email-address.ts";
import type { Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { areaOf, type OfferedArea } from "#app/domain/member/area.ts";
import { invitationEnd } from "#app/domain/member/invitation.ts";
import { isAgencyKind } from "#app/domain/member/member.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { emailKeyOf, hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccount, findAccountByEmail, type Account } from "#db/queries/account.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { hasWaitingInvitation, insertInvitation } from "#db/queries/invitation.ts";
import { insertMemberRole, partnerAgencies, rolesOfMember } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { refusal, type Deps, type FieldError } from "./deps.ts";
import { invitationMail, roleAddedMail } from "./member-mails.ts";
import { reachOf } from "./reach.server.ts";

export interface WantedMember {
  kind: MemberKind;
  email: string;
  agencyId: string | null;
  /** As `areaValue` writes it. */
  area: string;
  endsOn: Day | null;
}

export type InviteField = keyof WantedMember;
export type MemberInvited =
  { ok: true; did: "invited" | "role-added" } | { ok: false; errors: FieldError<InviteField>[] };

/** How staff are named to somebody they invite. */
export async function inviterName(tx: Db, actor: Actor): Promise<string> {
  const inviter = actor.accountId === null ? null : await findAccount(tx, actor.accountId);
  return inviter?.name ?? "Your neighbourhood team";
}

/**
 * Invites somebody by email into an area of the actor's own. An address that belongs to a panel or KIN member already
 * gets the further role at once: there is nothing to prove again.
 */
export async function inviteMember(
  { db, now, keys, publicUrl }: Deps & { publicUrl: string },
  actor: Actor,
  wanted: WantedMember,
): Promise<MemberInvited> {
  const email = normaliseEmail(wanted.email);
  if (email === null) {
    return refusal("email", "Enter an email address in the correct format, like name@example.com");
  }
  return withActor(db, actor, async (tx) => {
    const reach = await reachOf(tx, actor);
    const area = areaOf(reach?.areas ?? [], wanted.area);
    const { accountId: invitedBy } = actor;
    if (area === null || invitedBy === null) return refusal("area", "Select an area of your own");
    const agencyProblem = await problemOfAgency(tx, wanted);
    if (agencyProblem !== null) return agencyProblem;
    const today = londonDay(now);
    if (wanted.endsOn !== null && wanted.endsOn < today) {
      return refusal("endsOn", "Enter a last day that is today or later, or leave it empty");
    }
    const allowed = await takeAllowance(
      tx,
      allowanceKey("invitationsPerAccount", invitedBy),
      limits.invitationsPerAccount,
      now,
    );
    if (!allowed.isAllowed) return refusal("email", "You have sent many invitations. Try again in an hour");

    const emailKey = emailKeyOf(keys, email);
    const known = await findAccountByEmail(tx, "member", emailKey);
    if (known !== null) {
      return addRole({ tx, now, today }, { ...actor, accountId: invitedBy }, known, wanted, area);
    }
    if (await hasWaitingInvitation(tx, emailKey, now)) {
      return refusal(
        "email",
        "An invitation to this address is waiting. Withdraw it first, or send it again",
      );
    }
    const token = newToken();
    const id = await insertInvitation(tx, {
      tokenHash: hashToken(token),
      kind: wanted.kind,
      email,
      emailKey,
      agencyId: wanted.agencyId,
      areaKind: area.kind,
      areaId: area.id,
      endsOn: wanted.endsOn,
      invitedBy,
      createdAt: now,
      expiresAt: invitationEnd(now),
    });
    await queueMail(tx, now, {
      ...invitationMail(wanted.kind, await inviterName(tx, actor), `${publicUrl}${paths.join(token)}`),
      accountId: null,
      recipient: email,
    });
    await recordAudit(tx, actor, now, {
      action: "member.invite",
      subjectKind: "invitation",
      subjectId: id,
      ...placeOf(area),
      agencyId: wanted.agencyId,
      details: { kind: wanted.kind, areaKind: area.kind },
    });
    return { ok: true, did: "invited" };
  });
}

const placeOf = (area: OfferedArea) => ({ neighbourhoodId: area.kind === "neighbourhood" ? area.id : null });

async function problemOfAgency(tx: Db, { kind, agencyId }: WantedMember) {
  if (!isAgencyKind(kind)) {
    return agencyId === null ? null : refusal("agencyId", "Leave the agency empty: residents speak for none");
  }
  if (agencyId === null) return refusal("agencyId", "Select the agency they speak for");
  const known = await partnerAgencies(tx);
  return known.some(({ id }) => id === agencyId)
    ? null
    : refusal("agencyId", "Select an agency from the list");
}

/** What the database holds of a person who is a member already, with the roles they may be given besides. */
async function addRole(
  { tx, now, today }: { tx: Db; now: Date; today: Day },
  actor: Actor & { accountId: string },
  account: Account,
  { kind, endsOn }: WantedMember,
  area: OfferedArea,
): Promise<MemberInvited> {
  const roles = await rolesOfMember(tx, account.id, today);
  if (roles.length === 0 || isAgencyKind(kind) || account.agencyId !== null) {
    return refusal(
      "email",
      "Somebody with this address has an account already. Look for them among the members",
    );
  }
  if (roles.some((role) => role.kind === kind && role.areaId === area.id)) {
    return refusal("email", "Somebody with this address is that already, in this area");
  }
  await insertMemberRole(
    tx,
    {
      accountId: account.id,
      kind,
      areaKind: area.kind,
      areaId: area.id,
      startsOn: today,
      endsOn,
      appointedBy: actor.accountId,
    },
    now,
  );
  if (account.email !== null) {
    await queueMail(tx, now, { ...roleAddedMail(kind), accountId: account.id, recipient: account.email });
  }
  await recordAudit(tx, actor, now, {
    action: "member.add-role",
    subjectKind: "account",
    subjectId: account.id,
    ...placeOf(area),
    details: { kind, areaKind: area.kind },
  });
  return { ok: true, did: "role-added" };
}
