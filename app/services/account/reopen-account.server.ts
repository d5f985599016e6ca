import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { findAccountByEmail, lockAccount, updateAccount } from "#db/queries/account.ts";
import { listAppointments } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

/** Opens a closed account again with what it held; one that holds nothing goes back to the queue. */
export const reopenAccount = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  accountId: string,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    const account = await lockAccount(tx, accountId);
    if (account === null || account.kind === "resident" || account.status !== "closed")
      return refused("form", "This account is open already");
    if (account.name === null)
      return refused("form", "Who this was has been erased: the person signs in as somebody new");
    if (account.emailKey !== null && (await findAccountByEmail(tx, account.kind, account.emailKey)) !== null)
      return refused("form", "Another open account has the same email address: close that one first");
    const appointments = await listAppointments(tx, accountId);
    const holdsSomething = account.personId !== null || appointments.some(({ endedAt }) => endedAt === null);
    const status = account.kind === "member" || holdsSomething ? "active" : "waiting";
    await updateAccount(tx, accountId, { status, closedAt: null });
    await recordAudit(tx, actor, now, {
      action: "account.reopen",
      subjectKind: "account",
      subjectId: accountId,
      agencyId: account.agencyId,
      details: { status },
    });
    return done;
  });
