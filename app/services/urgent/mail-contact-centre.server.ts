import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import type { Db } from "#db/types.ts";

/** Something was handed to the contact centre just now, or waits there for too long. */
type Occasion = { isAlarm: false } | { isAlarm: true; publicUrl: string };

/**
 * Mails the contact centre, in the transaction that hands something on or raises the alarm over it: that it waits and
 * where, nothing of what it is. False where the force set no address.
 */
export async function mailContactCentre(tx: Db, now: Date, occasion: Occasion): Promise<boolean> {
  const recipient = await readContactCentre(tx);
  if (recipient === null) return false;
  await queueMail(tx, now, {
    purpose: "urgent-alarm",
    accountId: null,
    recipient,
    subject: "",
    body: [
      ...(occasion.isAlarm
        ? [
            "Something that a resident told us may be urgent, and nobody at the contact centre has acknowledged it.",
            `Sign in and acknowledge it now: ${occasion.publicUrl}${paths.staff.urgent()}`,
          ]
        : [
            "Something that a resident told us may be urgent. It waits for the contact centre.",
            "Sign in to the staff pages and open “Urgent”.",
          ]),
      "You get this because an administrator set your address as the contact centre’s.",
    ].join("\n\n"),
  });
  return true;
}
