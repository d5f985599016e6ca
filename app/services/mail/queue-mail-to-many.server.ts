import { mailPurposes, type MailPurpose, type Purpose } from "#app/domain/mail/mail.ts";
import { insertMessages } from "#db/queries/mail.ts";
import type { Db } from "#db/types.ts";

/** What messages to many have in common. */
export interface MailToMany {
  purpose: MailPurpose;
  subject: string;
}

interface Reader {
  accountId: string;
  email: string;
  hasStopped: boolean;
  body: string;
  /** A calendar file that goes with it. */
  calendar?: string;
}

/** As `queueMail`, to many readers in one statement; each gets a message of their own. */
export async function queueMailToMany(
  tx: Db,
  now: Date,
  { purpose, subject }: MailToMany,
  readers: readonly Reader[],
): Promise<void> {
  const { isService, ...said }: Purpose = mailPurposes[purpose];
  await insertMessages(
    tx,
    readers.map(({ accountId, email, hasStopped, body, calendar = null }) => ({
      purpose,
      accountId,
      isSecret: false,
      ...(hasStopped && !isService
        ? { status: "stopped" as const }
        : {
            status: "queued" as const,
            recipient: email,
            subject: said.subject ?? subject,
            body,
            calendar,
          }),
      nextAttemptAt: now,
      createdAt: now,
    })),
  );
}
