import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { lockAccount, updateAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

/** Takes the link to a person of the teams import away, and with it what their posts gave. */
export const unlinkAccount = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  accountId: string,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    const account = await lockAccount(tx, accountId);
    if (account?.kind !== "staff" || account.personId === null)
      return refused("form", "This account is not linked to anybody");
    await updateAccount(tx, accountId, { personId: null });
    await recordAudit(tx, actor, now, {
      action: "account.unlink",
      subjectKind: "account",
      subjectId: accountId,
      details: { person: account.personId },
    });
    return done;
  });
