import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import type { Db } from "#db/types.ts";

/**
 * Mails an alarm to the contact centre, in the transaction that raises it: that something waits and where, nothing of
 * what it is. False where the force set no address.
 */
export async function mailContactCentre(tx: Db, now: Date, publicUrl: string): Promise<boolean> {
  const recipient = await readContactCentre(tx);
  if (recipient === null) return false;
  await queueMail(tx, now, {
    purpose: "urgent-alarm",
    accountId: null,
    recipient,
    subject: "",
    body: [
      "Something that a resident told us may be urgent, and nobody at the contact centre has acknowledged it.",
      `Sign in and acknowledge it now: ${publicUrl}${paths.staff.urgent()}`,
      "You get this because an administrator set your address as the contact centre’s.",
    ].join("\n\n"),
  });
  return true;
}
