import { and, desc, eq, getTableName, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { allowanceKey } from "#app/domain/limits.ts";
import {
  absences,
  accounts,
  appointments,
  identities,
  residentConnections,
  residents,
} from "#db/schema/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { ballots, batchLines } from "#db/schema/ballot.ts";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import { followings, staffNotices, staffPreferences } from "#db/schema/following.ts";
import { concernEvents, concerns, concernSupporters, concernTexts, diversions } from "#db/schema/concern.ts";
import { mailStops, messages } from "#db/schema/mail.ts";
import {
  authenticators,
  invitations,
  lostProofs,
  memberAgreements,
  passkeys,
  passwords,
} from "#db/schema/member.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { pageReports } from "#db/schema/page-report.ts";
import { panelInterests, panelVotes, resolutionMembers } from "#db/schema/panel.ts";
import { allowances, challenges, emailCodes, sessions } from "#db/schema/session.ts";
import { people, postHoldings } from "#db/schema/team.ts";
import { threadEntries, threadHandOffs, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";

/** Whose data: an account, and its address where it has one. */
export interface HeldOf {
  accountId: string;
  email: string | null;
  emailKey: string | null;
  /** Their keys in the votes whose ballots can still be told to be somebody's. */
  voterKeys: readonly { cycleId: string; voterKey: string }[];
}

/** One kind of data about a person, from the tables named. Secrets of ours (hashes, seals) are no part of it. */
export interface HeldPart {
  tables: readonly string[];
  read: (db: Db, of: HeldOf) => Promise<unknown>;
  /** Takes away all that says who the person was. */
  erase: (tx: Db, of: HeldOf) => Promise<unknown>;
}

/** Far more than anybody has; bounds the file. */
const mostRows = 10_000;

type OwnTable = PgTable & { accountId: PgColumn };

/** Rows that name an account in `account_id`, whole in the file but for the columns left out, deleted at erasure. */
const ownRows = (table: OwnTable, columns: Record<string, PgColumn>): HeldPart => ({
  tables: [getTableName(table)],
  read: (db, { accountId }) =>
    db.select(columns).from(table).where(eq(table.accountId, accountId)).limit(mostRows),
  erase: (tx, { accountId }) => tx.delete(table).where(eq(table.accountId, accountId)),
});

/** The account's own row stays, closed and empty: its id stands in the audit record. */
export const heldAccount: HeldPart = {
  tables: ["accounts"],
  read: async (db, { accountId }) => {
    const { kind, status, name, email, createdAt, lastSeenAt, closedAt } = accounts;
    const [account] = await db
      .select({ number: accounts.id, kind, status, name, email, createdAt, lastSeenAt, closedAt })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    return account ?? null;
  },
  erase: (tx, { accountId }) =>
    tx
      .update(accounts)
      .set({ name: null, email: null, emailKey: null, personId: null, lastSeenAt: null })
      .where(eq(accounts.id, accountId)),
};

export const heldResident = ownRows(residents, {
  ageBand: residents.ageBand,
  enteredBy: residents.enteredBy,
  reference: residents.reference,
});

export const heldConnections: HeldPart = {
  ...ownRows(residentConnections, {}),
  read: (db, { accountId }) =>
    db
      .select({ neighbourhood: neighbourhoods.slug, connection: residentConnections.kind })
      .from(residentConnections)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, residentConnections.neighbourhoodId))
      .where(eq(residentConnections.accountId, accountId))
      .limit(mostRows),
};

export const heldSessions = ownRows(sessions, {
  method: sessions.method,
  browser: sessions.device,
  startedAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
  provedAt: sessions.authenticatedAt,
  expiresAt: sessions.expiresAt,
  endedAt: sessions.endedAt,
});

/** Condition on a column that holds the key of the person's address; nothing where there is no address. */
const isOfAddress = (column: PgColumn, { emailKey }: HeldOf): SQL =>
  emailKey === null ? sql`false` : eq(column, emailKey);

export const heldCodes: HeldPart = {
  tables: ["email_codes"],
  read: (db, of) =>
    db
      .select({
        purpose: emailCodes.purpose,
        email: emailCodes.email,
        tries: emailCodes.tries,
        createdAt: emailCodes.createdAt,
        expiresAt: emailCodes.expiresAt,
        usedAt: emailCodes.usedAt,
      })
      .from(emailCodes)
      .where(isOfAddress(emailCodes.emailKey, of))
      .limit(mostRows),
  erase: (tx, of) => tx.delete(emailCodes).where(isOfAddress(emailCodes.emailKey, of)),
};

const addressLimits = ["codesPerAddress", "codesPerAddressDaily"] as const;

/** Counts end by themselves within a day; deleting them sooner would lift the limit that they are for. */
export const heldAllowances: HeldPart = {
  tables: ["allowances"],
  read: async (db, { emailKey }) => {
    if (emailKey === null) return [];
    const found = await db
      .select()
      .from(allowances)
      .where(
        inArray(
          allowances.key,
          addressLimits.map((name) => allowanceKey(name, emailKey)),
        ),
      );
    return found.map(({ key, count, windowEndsAt }) => ({ limit: key.split(":")[0], count, windowEndsAt }));
  },
  erase: () => Promise.resolve(),
};

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

export const heldAppointments = ownRows(appointments, {
  role: appointments.role,
  areaKind: appointments.areaKind,
  areaId: appointments.areaId,
  postId: appointments.postId,
  startsOn: appointments.startsOn,
  endsOn: appointments.endsOn,
  endedAt: appointments.endedAt,
});

export const heldAbsences = ownRows(absences, {
  deputyId: absences.deputyId,
  startsOn: absences.startsOn,
  endsOn: absences.endsOn,
  endedAt: absences.endedAt,
});

/** Posts belong to the force's own teams file, which says who holds them. */
export const heldPosts: HeldPart = {
  tables: ["people", "post_holdings"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: people.reference,
        surname: people.surname,
        postId: postHoldings.postId,
        kind: postHoldings.kind,
        heldFrom: postHoldings.heldFrom,
        heldTo: postHoldings.heldTo,
        publicNameOk: postHoldings.publicNameOk,
        photoOk: postHoldings.photoOk,
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .leftJoin(postHoldings, eq(postHoldings.personId, people.id))
      .where(eq(accounts.id, accountId))
      .limit(mostRows),
  erase: () => Promise.resolve(),
};

export const heldIdentities = ownRows(identities, {
  issuer: identities.issuer,
  subject: identities.subject,
  createdAt: identities.createdAt,
});

export const heldPasskeys = ownRows(passkeys, {
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  lastUsedAt: passkeys.lastUsedAt,
});

export const heldPassword = ownRows(passwords, { changedAt: passwords.changedAt });

export const heldAuthenticator = ownRows(authenticators, { confirmedAt: authenticators.confirmedAt });

export const heldAgreements = ownRows(memberAgreements, {
  version: memberAgreements.version,
  acceptedAt: memberAgreements.acceptedAt,
});

export const heldLostProof = ownRows(lostProofs, { askedAt: lostProofs.askedAt });

export const heldChallenges = ownRows(challenges, {
  purpose: challenges.purpose,
  expiresAt: challenges.expiresAt,
  usedAt: challenges.usedAt,
});

// Somebody has still to read these words, or another service to take them.
const isStillRead = sql`(${concerns.state} in ('submitted', 'triage', 'changed', 'appealed')
  or exists (select from ${diversions} where ${diversions.concernId} = ${concerns.id}
    and ${diversions.acknowledgedAt} is null))`;

const ownTexts = (accountId: string, condition: SQL) =>
  sql`${concernTexts.concernId} in (select ${concerns.id} from ${concerns}
    where ${concerns.raisedBy} = ${accountId} and ${condition})`;

/**
 * What a resident raised, in their own words. Erased, a concern is nobody's: its words go at once, but for those that
 * somebody has still to read, which go on the day set for them, as those of a concern raised without an account.
 */
export const heldConcerns: HeldPart = {
  tables: ["concerns", "concern_texts"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: concerns.reference,
        neighbourhood: neighbourhoods.slug,
        category: concerns.category,
        state: concerns.state,
        raisedAt: concerns.raisedAt,
        longitude: concerns.lng,
        latitude: concerns.lat,
        words: concernTexts.words,
        place: concernTexts.placeWords,
        when: concernTexts.whenWords,
        effect: concernTexts.effectWords,
      })
      .from(concerns)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, concerns.neighbourhoodId))
      .leftJoin(concernTexts, eq(concernTexts.concernId, concerns.id))
      .where(eq(concerns.raisedBy, accountId))
      .orderBy(desc(concerns.raisedAt), desc(concerns.id))
      .limit(mostRows),
  erase: async (tx, { accountId }) => {
    await tx
      .update(concernTexts)
      .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: sql`now()` })
      .where(ownTexts(accountId, sql`not ${isStillRead}`));
    await tx.update(concerns).set({ raisedBy: null }).where(eq(concerns.raisedBy, accountId));
  },
};

/** Steps that a person took with cycles and priorities, in public words; erased with who took them. */
export const heldChoosingSteps: HeldPart = {
  tables: ["cycle_events", "priority_events"],
  read: async (db, { accountId }) => [
    ...(await db
      .select({ at: cycleEvents.at, line: cycleEvents.line })
      .from(cycleEvents)
      .where(eq(cycleEvents.actorId, accountId))
      .orderBy(desc(cycleEvents.at), desc(cycleEvents.id))
      .limit(mostRows)),
    ...(await db
      .select({ priority: priorities.reference, at: priorityEvents.at, line: priorityEvents.line })
      .from(priorityEvents)
      .innerJoin(priorities, eq(priorities.id, priorityEvents.priorityId))
      .where(eq(priorityEvents.actorId, accountId))
      .orderBy(desc(priorityEvents.at), desc(priorityEvents.id))
      .limit(mostRows)),
  ],
  erase: async (tx, { accountId }) => {
    await tx.update(cycleEvents).set({ actorId: null }).where(eq(cycleEvents.actorId, accountId));
    await tx.update(priorityEvents).set({ actorId: null }).where(eq(priorityEvents.actorId, accountId));
  },
};

/** Steps that a person took with concerns: raised, withdrew, appealed; for staff, decided. */
export const heldConcernSteps: HeldPart = {
  tables: ["concern_events"],
  read: (db, { accountId }) =>
    db
      .select({ concern: concerns.reference, at: concernEvents.at, line: concernEvents.line })
      .from(concernEvents)
      .innerJoin(concerns, eq(concerns.id, concernEvents.concernId))
      .where(eq(concernEvents.actorId, accountId))
      .orderBy(desc(concernEvents.at), desc(concernEvents.id))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx.update(concernEvents).set({ actorId: null }).where(eq(concernEvents.actorId, accountId)),
};

export const heldSupport: HeldPart = {
  ...ownRows(concernSupporters, {}),
  read: (db, { accountId }) =>
    db
      .select({ concern: concerns.reference, since: concernSupporters.at })
      .from(concernSupporters)
      .innerJoin(concerns, eq(concerns.id, concernSupporters.concernId))
      .where(eq(concernSupporters.accountId, accountId))
      .limit(mostRows),
};

export const heldInvitations: HeldPart = {
  tables: ["invitations"],
  read: (db, of) =>
    db
      .select({
        kind: invitations.kind,
        email: invitations.email,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        acceptedAt: invitations.acceptedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(or(eq(invitations.accountId, of.accountId), isOfAddress(invitations.emailKey, of)))
      .limit(mostRows),
  // An invitation is its sender's act; what it holds of the reader goes when it is accepted or expires.
  erase: () => Promise.resolve(),
};

export const heldFollowings = ownRows(followings, {
  kind: followings.kind,
  subjectId: followings.subjectId,
  pace: followings.pace,
  since: followings.since,
});

export const heldStaffPreferences = ownRows(staffPreferences, { pace: staffPreferences.pace });

export const heldStaffNotices = ownRows(staffNotices, {
  at: staffNotices.at,
  kind: staffNotices.kind,
  line: staffNotices.line,
});

const isOwnThread = ({ accountId }: HeldOf) => eq(threads.raisedBy, accountId);

// The contact centre has still to read it, and ours is the only copy.
const isStillUrgent = sql`(${threadEntries.kind} = 'message' and exists (select from ${threadHandOffs}
  where ${threadHandOffs.threadId} = ${threadEntries.threadId} and ${threadHandOffs.acknowledgedAt} is null))`;

/**
 * What was written to a team and by it. The thread itself stays, closed and empty: it is counted. What may be urgent
 * and nobody has read stays until somebody did, and goes a week later; whose it was is gone.
 */
export const heldThreads: HeldPart = {
  tables: ["threads", "thread_entries"],
  read: (db, of) =>
    db
      .select({
        reference: threads.reference,
        state: threads.state,
        at: threadEntries.at,
        writer: threadEntries.writer,
        words: threadEntries.words,
      })
      .from(threads)
      .innerJoin(threadEntries, eq(threadEntries.threadId, threads.id))
      .where(and(isOwnThread(of), ne(threadEntries.kind, "note")))
      .orderBy(threads.receivedAt, threadEntries.at)
      .limit(mostRows),
  erase: async (tx, of) => {
    await tx
      .update(threadEntries)
      .set({
        words: sql`case when ${isStillUrgent} then ${threadEntries.words} end`,
        writerId: sql`nullif(${threadEntries.writerId}, ${of.accountId}::uuid)`,
      })
      .where(
        inArray(threadEntries.threadId, tx.select({ id: threads.id }).from(threads).where(isOwnThread(of))),
      );
    await tx
      .update(threads)
      .set({
        raisedBy: null,
        state: "closed",
        closedAt: sql`coalesce(${threads.closedAt}, now())`,
        version: sql`${threads.version} + 1`,
      })
      .where(isOwnThread(of));
  },
};
/** A report goes on without its sender and their words: what kind of problem it is stays for whoever decides. */
export const heldPageReports: HeldPart = {
  tables: ["page_reports"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: pageReports.reference,
        page: pageReports.path,
        problem: pageReports.problem,
        words: pageReports.words,
        state: pageReports.state,
        reportedAt: pageReports.reportedAt,
        decidedAt: pageReports.decidedAt,
        appealedAt: pageReports.appealedAt,
      })
      .from(pageReports)
      .where(eq(pageReports.reportedBy, accountId))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(pageReports)
      .set({ reportedBy: null, words: null })
      .where(eq(pageReports.reportedBy, accountId)),
};

/** What the audit record says that the person did. It holds opaque numbers and cannot be changed. */
export const heldAudit: HeldPart = {
  tables: ["audit_events"],
  read: (db, { accountId }) =>
    db
      .select({
        number: auditEvents.number,
        at: auditEvents.at,
        action: auditEvents.action,
        subjectKind: auditEvents.subjectKind,
        reason: auditEvents.reason,
        details: auditEvents.details,
      })
      .from(auditEvents)
      .where(
        or(
          eq(auditEvents.actorId, accountId),
          and(eq(auditEvents.subjectKind, "account"), eq(auditEvents.subjectId, accountId)),
        ),
      )
      .orderBy(desc(auditEvents.number))
      .limit(mostRows),
  erase: () => Promise.resolve(),
};

const isOwnBallot = ({ voterKeys }: HeldOf): SQL | undefined =>
  voterKeys.length === 0
    ? sql`false`
    : and(
        inArray(
          ballots.cycleId,
          voterKeys.map(({ cycleId }) => cycleId),
        ),
        inArray(
          ballots.voterKey,
          voterKeys.map(({ voterKey }) => voterKey),
        ),
      );

/** A ballot goes with its voter while the vote is open. Afterwards it stays, and nothing says whose it is. */
export const heldBallots: HeldPart = {
  tables: ["ballots"],
  read: (db, of) =>
    db
      .select({
        neighbourhood: neighbourhoods.slug,
        cycle: cycles.number,
        choices: ballots.choices,
        mode: ballots.mode,
        receipt: ballots.receipt,
        part: ballots.part,
        withdrawnAt: ballots.withdrawnAt,
      })
      .from(ballots)
      .innerJoin(cycles, eq(cycles.id, ballots.cycleId))
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
      .where(isOwnBallot(of))
      .limit(mostRows),
  erase: async (tx, of) => {
    const isOpen = sql`exists (select from ${cycles} where ${cycles.id} = ${ballots.cycleId} and ${cycles.stage} = 'voting')`;
    await tx.delete(ballots).where(and(isOwnBallot(of), isOpen));
    await tx
      .update(ballots)
      .set({ voterKey: null, receipt: null, ageBand: null, connection: null, part: null })
      .where(isOwnBallot(of));
  },
};

export const heldBatchLines: HeldPart = ownRows(batchLines, {
  choices: batchLines.choices,
  isToBeTold: batchLines.isToBeTold,
});
export const heldPanelSeats = ownRows(resolutionMembers, {
  meeting: resolutionMembers.resolutionId,
  capacity: resolutionMembers.capacity,
  wasThere: resolutionMembers.isPresent,
});

/** Counts that a meeting was recorded with stay as they are. */
export const heldPanelVotes = ownRows(panelVotes, {
  item: panelVotes.itemId,
  choice: panelVotes.choice,
  at: panelVotes.at,
});

export const heldPanelInterests = ownRows(panelInterests, {
  item: panelInterests.itemId,
  declaredAt: panelInterests.declaredAt,
});
