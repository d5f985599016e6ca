import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { platform } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccountByEmail } from "#db/queries/account.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { administrators, invitersOf, recordLostProof, rolesOfMember } from "#db/queries/member.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { lostProofMail } from "./member-mails.ts";
import { noSoonerThan } from "./no-sooner-than.ts";
import type { Limited, Trier } from "./sign-in-with-password.server.ts";

type Site = Deps & { publicUrl: string };
type Asker = Omit<Trier, "browser">;

// Telling somebody takes a few dozen milliseconds, finding nobody a third of that.
const answeredAfterMs = 500;

/**
 * Tells whoever invited a member that they lost their passkey or password; an administrator where nobody of them is
 * here any more. Answers the same, after the same time, whether or not anybody has the address.
 */
export const askWayBack = (site: Site, asker: Asker, typedEmail: string): Promise<{ ok: true } | Limited> =>
  noSoonerThan(answeredAfterMs, () => tellInviters(site, asker, typedEmail));

const tellInviters = (
  { db, now, keys, publicUrl }: Site,
  { client, before }: Asker,
  typedEmail: string,
): Promise<{ ok: true } | Limited> =>
  withActor(db, platform(before.requestId), async (tx) => {
    const clientKey = allowanceKey("signInsPerClient", client);
    const byClient = await takeAllowance(tx, clientKey, limits.signInsPerClient, now);
    if (!byClient.isAllowed) {
      return { ok: false, reason: "limited", retryAfterSeconds: byClient.retryAfterSeconds };
    }
    const emailKey = emailKeyOf(keys, normaliseEmail(typedEmail) ?? "");
    const addressKey = allowanceKey("codesPerAddressDaily", `lost:${emailKey}`);
    const { isAllowed } = await takeAllowance(tx, addressKey, limits.codesPerAddress, now);
    const account = await findAccountByEmail(tx, "member", emailKey);
    const today = londonDay(now);
    if (account === null || !isAllowed) return { ok: true };
    if ((await rolesOfMember(tx, account.id, today)).length === 0) return { ok: true };

    const inviters = (await invitersOf(tx, account.id, today)).filter(({ email }) => email !== null);
    const told = inviters.length > 0 ? inviters : await administrators(tx, today);
    await recordLostProof(tx, account.id, now);
    for (const { id, email } of told) {
      if (email === null) continue;
      const mail = lostProofMail(`${publicUrl}${paths.staff.members()}`);
      await queueMail(tx, now, { ...mail, accountId: id, recipient: email });
    }
    await recordAudit(tx, before, now, {
      action: "member.ask-way-back",
      subjectKind: "account",
      subjectId: account.id,
      agencyId: account.agencyId,
    });
    return { ok: true };
  });
