import { sql } from "drizzle-orm";
import { check, date, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agreementStates, gateways } from "#app/domain/agreement/agreement.ts";
import { agencies } from "./agency.ts";
import { instant } from "./columns.ts";
import { partnerships } from "./structure.ts";

export const agreementState = pgEnum("agreement_state", agreementStates);
export const agreementGateway = pgEnum("agreement_gateway", gateways);

/** Information-sharing agreements (ISA). Nothing restricted is shared with a partner who is party to no live one. */
export const agreements = pgTable(
  "agreements",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** "A-7K3FQ". */
    reference: text().notNull().unique(),
    title: text().notNull(),
    /** The partnership whose joint work it covers; null for all of the force's. */
    partnershipId: uuid().references(() => partnerships.id),
    purpose: text().notNull(),
    gateway: agreementGateway().notNull(),
    /** What is shared. */
    dataItems: text().notNull(),
    security: text().notNull(),
    retention: text().notNull(),
    /** Reference of its data protection impact assessment. */
    dpia: text().notNull(),
    state: agreementState().notNull().default("draft"),
    /** The first day it holds. */
    startsOn: date(),
    /** The last day it holds: at most twelve months on, when it is reviewed or lapses. */
    reviewBy: date(),
    signedAt: instant(),
    terminatedAt: instant(),
    terminatedReason: text(),
    madeBy: uuid(),
    madeAt: instant().notNull(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check(
      "agreements_signed",
      sql`${t.state} = 'draft' or (${t.startsOn} is not null and ${t.reviewBy} is not null and ${t.signedAt} is not null)`,
    ),
    check(
      "agreements_terminated",
      sql`(${t.state} = 'terminated') = (${t.terminatedAt} is not null and ${t.terminatedReason} is not null)`,
    ),
    check("agreements_year", sql`${t.reviewBy} between ${t.startsOn} and ${t.startsOn} + 366`),
    index().on(t.reviewBy),
  ],
);

/** Who shares under an agreement. A party is bound from the day it signed to the day it left. */
export const agreementParties = pgTable(
  "agreement_parties",
  {
    agreementId: uuid()
      .notNull()
      .references(() => agreements.id, { onDelete: "cascade" }),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    /** Who signed for it, by name and position. Null until it has signed. */
    signatory: text(),
    signatoryPosition: text(),
    signedOn: date(),
    leftAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.agencyId] }),
    index().on(t.agencyId),
    check("agreement_parties_signed", sql`(${t.signedOn} is null) = (${t.signatory} is null)`),
  ],
);

/** Which warnings that an agreement ends were sent, so that each is sent once for each end. */
export const agreementWarnings = pgTable(
  "agreement_warnings",
  {
    agreementId: uuid()
      .notNull()
      .references(() => agreements.id, { onDelete: "cascade" }),
    reviewBy: date().notNull(),
    daysBefore: integer().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agreementId, t.reviewBy, t.daysBefore] })],
);
