import type { Permission } from "#app/domain/permissions.ts";
import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { lockAccount, updateAccount, type Account } from "#db/queries/account.ts";
import { hasOtherAdministrator, isAppointed, lockAdministrators } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

interface Closing {
  accountId: string;
  /** Given where the account has to be one of this agency. */
  agencyId?: string;
}

/** Closes an account of staff or a partner: every session ends at once, and its roles count for nothing. */
export const closeAccount = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, agencyId }: Closing,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, permissionOf(agencyId));
    if (accountId === actor.accountId)
      return refused("form", "Ask another administrator to close your own account");
    await lockAdministrators(tx);
    const account = await lockAccount(tx, accountId);
    if (account === null || !isClosable(account, agencyId))
      return refused("form", "This account is closed already");
    const today = londonDay(now);
    if (
      (await isAppointed(tx, accountId, "administrator", today)) &&
      !(await hasOtherAdministrator(tx, today, { accountId }))
    ) {
      return refused(
        "form",
        "This is the last administrator: give the role to somebody else first, with no last day",
      );
    }
    await updateAccount(tx, accountId, { status: "closed", closedAt: now });
    const sessions = await endSessionsOf(tx, accountId, now);
    await recordAudit(tx, actor, now, {
      action: "account.close",
      subjectKind: "account",
      subjectId: accountId,
      agencyId: account.agencyId,
      details: { sessions },
    });
    return done;
  });

const permissionOf = (agencyId: string | undefined): Permission =>
  agencyId === undefined ? "person:manage" : "agency:manage";

const isClosable = ({ kind, status, agencyId }: Account, ofAgency: string | undefined) =>
  kind !== "resident" && status !== "closed" && (ofAgency === undefined || agencyId === ofAgency);
