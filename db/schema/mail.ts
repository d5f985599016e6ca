import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { messageStatuses } from "#app/domain/mail/mail.ts";

export const messageStatus = pgEnum("message_status", messageStatuses);

const instant = () => timestamp({ withTimezone: true });

/** Mail on its way: written with the change it tells of, sent afterwards. The id makes the Message-ID. */
export const messages = pgTable(
  "messages",
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text().notNull(),
    accountId: uuid(),
    /** Erased, as subject and body are, some time after it was sent. */
    recipient: text(),
    subject: text(),
    body: text(),
    /** A calendar file (RFC 5545) that goes with it; it says when and where, never what about. Erased with the body. */
    calendar: text(),
    /** Holds a code or a link that opens something: the body is erased as soon as it was sent. */
    isSecret: boolean().notNull(),
    status: messageStatus().notNull(),
    attempts: integer().notNull().default(0),
    /** Attempts after which nobody knows whether the message went. */
    unsureAttempts: integer().notNull().default(0),
    /** While it is being sent: when the lease of the process that took it runs out. */
    nextAttemptAt: instant().notNull(),
    /** What the mail server said, without addresses. */
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    // What is still to be sent, in the order in which it goes: a code does not wait behind a digest.
    index("messages_due")
      .on(t.isSecret.desc(), t.nextAttemptAt)
      .where(sql`${t.status} in ('queued', 'sending')`),
    index().on(t.status, t.createdAt),
    index().on(t.accountId),
    index().on(t.createdAt),
  ],
);

/** Messages that their reader stopped: a kind of them, or "all" that can be stopped. */
export const mailStops = pgTable(
  "mail_stops",
  { emailKey: text().notNull(), purpose: text().notNull(), stoppedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.emailKey, t.purpose] })],
);
