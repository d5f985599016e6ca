import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import type { Account } from "#db/queries/account.ts";
import type { Db } from "#db/types.ts";

/** Tells somebody by mail what was changed about their account, where an address is known. */
export async function tellPerson(
  tx: Db,
  now: Date,
  { id, email }: Pick<Account, "id" | "email">,
  { subject, body }: { subject: string; body: string },
): Promise<void> {
  if (email === null) return;
  await queueMail(tx, now, { purpose: "account-notice", accountId: id, recipient: email, subject, body });
}
