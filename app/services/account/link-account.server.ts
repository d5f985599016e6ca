import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import {
  findAccountOfPerson,
  findPost,
  holdsAnyPost,
  lockAccount,
  updateAccount,
  type Account,
} from "#db/queries/account.ts";
import { appointmentToPost, insertAppointment, lockPost } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";
import { tellPerson } from "./tell-person.server.ts";

/** A person of the teams import, or a post that nobody in it holds. */
export type LinkTo = { kind: "person"; personId: string } | { kind: "post"; postId: string };

/** Links a staff account to the person who holds a post, or gives it a vacant one; who was waiting can go on. */
export const linkAccount = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, to }: { accountId: string; to: LinkTo },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    if (accountId === actor.accountId)
      return refused("holder", "Ask another administrator to link your own account");
    const account = await lockAccount(tx, accountId);
    if (account?.kind !== "staff" || account.status === "closed")
      return refused("holder", "This account is closed, or is not one of a member of staff");
    const today = londonDay(now);
    const change =
      to.kind === "person"
        ? await linkPerson(tx, account, to.personId, today)
        : await givePost(tx, account, to.postId, { actor, today, now });
    if (!change.ok) return change;
    if (account.status === "waiting") await updateAccount(tx, accountId, { status: "active" });
    await tellPerson(tx, now, account, {
      subject: "Your account has been linked to your post",
      body: "An administrator has linked your account to your post. What your post allows is open to you from now on.\n\nIf this post is not yours, tell an administrator.",
    });
    await recordAudit(tx, actor, now, {
      action: "account.link",
      subjectKind: "account",
      subjectId: accountId,
      details: to.kind === "person" ? { person: to.personId } : { post: to.postId },
    });
    return done;
  });

async function linkPerson(tx: Db, account: Account, personId: string, today: Day): Promise<Change> {
  if (!(await holdsAnyPost(tx, personId, today)))
    return refused("holder", "This person holds no post any more: choose again");
  const other = await findAccountOfPerson(tx, personId);
  if (other !== null && other.id !== account.id)
    return refused("holder", "Another account is linked to this person: unlink that one first");
  await updateAccount(tx, account.id, { personId });
  return done;
}

async function givePost(
  tx: Db,
  account: Account,
  postId: string,
  { actor, today, now }: { actor: Actor; today: Day; now: Date },
): Promise<Change> {
  await lockPost(tx, postId);
  const rows = await findPost(tx, postId, today);
  if (rows.length === 0) return refused("holder", "This post is no longer there: choose again");
  if (rows.some(({ holdingKind }) => holdingKind === "substantive" || holdingKind === "acting"))
    return refused("holder", "Somebody holds this post by now: choose its holder instead");
  const given = await appointmentToPost(tx, postId, today);
  if (given !== null)
    return refused("holder", "This vacant post is already given to somebody: end that first");
  await insertAppointment(tx, {
    accountId: account.id,
    postId,
    startsOn: today,
    appointedBy: actor.accountId,
    createdAt: now,
  });
  return done;
}
