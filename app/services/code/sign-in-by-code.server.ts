import { platform, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { emailKeyOf, type Keys } from "#app/services/keys/keys.server.ts";
import { memberForCode } from "#app/services/member/member-for-code.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { openResidentAccount } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { checkCode, type CodeChecked, type EnteredCode } from "./check-code.server.ts";

export type SignedInByCode =
  | { kind: "signed-in"; reference: string; accountId: string; isNew: boolean }
  | Exclude<CodeChecked, { kind: "right" }>;

/**
 * Redeems a code and starts a session for whoever has the address: a panel or KIN member who may come this way, else
 * a resident, whose account is made where there is none.
 * `before` is whoever the browser was until now. `reference` goes into the session's cookie.
 */
export const signInByCode = (
  { db, now, keys }: { db: Db; now: Date; keys: Keys },
  before: Actor,
  { device, ...entered }: EnteredCode & { device: string },
): Promise<SignedInByCode> =>
  withActor(db, platform(before.requestId), async (tx) => {
    const checked = await checkCode({ tx, now, keys }, before, "sign-in", entered);
    if (checked.kind !== "right") return checked;
    const { email } = entered;
    const emailKey = emailKeyOf(keys, email);
    const member = await memberForCode(tx, emailKey, londonDay(now));
    const { account, isNew } =
      member === null
        ? await openResidentAccount(tx, { email, emailKey, now })
        : { account: member, isNew: false };
    const reference = await startSession(tx, now, { account, method: "email-code", device, before });
    return { kind: "signed-in", reference, accountId: account.id, isNew };
  });
