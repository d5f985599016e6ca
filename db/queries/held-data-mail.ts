import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { followings } from "#db/schema/following.ts";
import { mailStops, messages } from "#db/schema/mail.ts";
import { type HeldOf, type HeldPart, isOfAddress, mostRows, ownRows } from "./held-data.ts";

// A code is sent to an address before anybody knows whose account it is; other mail names its account.
const isMailOf = ({ accountId, email }: HeldOf) =>
  or(
    eq(messages.accountId, accountId),
    email === null ? undefined : and(eq(messages.recipient, email), isNull(messages.accountId)),
  );

export const heldMessages: HeldPart = {
  tables: ["messages"],
  read: (db, of) =>
    db
      .select({
        purpose: messages.purpose,
        recipient: messages.recipient,
        subject: messages.subject,
        body: sql<string | null>`case when ${messages.isSecret} then null else ${messages.body} end`,
        status: messages.status,
        createdAt: messages.createdAt,
        sentAt: messages.sentAt,
      })
      .from(messages)
      .where(isMailOf(of))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(mostRows),
  erase: async (tx, of) => {
    await tx
      .update(messages)
      .set({
        accountId: null,
        recipient: null,
        subject: null,
        body: null,
        calendar: null,
        status: sql`case when ${messages.status} in ('queued', 'sending', 'dead') then 'dropped' else ${messages.status} end`,
      })
      .where(isMailOf(of));
  },
};

export const heldStops: HeldPart = {
  tables: ["mail_stops"],
  read: (db, of) =>
    db
      .select({ purpose: mailStops.purpose, stoppedAt: mailStops.stoppedAt })
      .from(mailStops)
      .where(isOfAddress(mailStops.emailKey, of)),
  // Another open account with the same address, such as a panel member's, goes on hearing nothing.
  erase: (tx, of) =>
    tx.delete(mailStops).where(
      and(
        isOfAddress(mailStops.emailKey, of),
        sql`not exists (select from ${accounts} where ${accounts.emailKey} = ${mailStops.emailKey}
                and ${ne(accounts.id, of.accountId)} and ${ne(accounts.status, "closed")})`,
      ),
    ),
};

export const heldFollowings = ownRows(followings, {
  kind: followings.kind,
  subjectId: followings.subjectId,
  pace: followings.pace,
  since: followings.since,
});
