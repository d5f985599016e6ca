import { mailPurposes, type MailPurpose, type Purpose } from "#app/domain/mail/mail.ts";
import { hasAccountStopped, insertMessage } from "#db/queries/mail.ts";
import type { Db } from "#db/types.ts";

/** One message to one reader. */
export interface Mail {
  purpose: MailPurpose;
  accountId: string | null;
  recipient: string;
  /** Says nothing that a person looking over a shoulder should not read; some purposes have one of their own. */
  subject: string;
  /** Plain text, paragraphs with an empty line between. */
  body: string;
  /** Holds a code or a link that opens something. */
  isSecret?: boolean;
  /** A calendar file (RFC 5545) that goes with it: when and where, never what about. */
  calendar?: string;
}

/**
 * Queues a message in the transaction of the change it tells of; the outbox sends it afterwards. Gives its id. What
 * its reader stopped is recorded without its words (and asked again before it is sent).
 */
export async function queueMail(tx: Db, now: Date, mail: Mail): Promise<string> {
  const { purpose, accountId, recipient, subject, body, isSecret = false, calendar = null } = mail;
  const { isService, ...said }: Purpose = mailPurposes[purpose];
  const isStopped = !isService && accountId !== null && (await hasAccountStopped(tx, accountId, purpose));
  return insertMessage(tx, {
    purpose,
    accountId,
    isSecret,
    ...(isStopped
      ? { status: "stopped" }
      : { status: "queued", recipient, subject: said.subject ?? subject, body, calendar }),
    nextAttemptAt: now,
    createdAt: now,
  });
}
