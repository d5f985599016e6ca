import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * What was done and by whom, append-only. The database numbers each row and chains it to the one before
 * (`db/migrations`, trigger `audit_chain`); only opaque ids stand in it.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    number: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    action: text().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    subjectKind: text().notNull(),
    subjectId: text(),
    neighbourhoodId: uuid(),
    agencyId: uuid(),
    reason: text(),
    requestId: text(),
    details: jsonb().notNull(),
    /** Hexadecimal SHA-256; `hash` covers `previous` and every other column. */
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index().on(t.at),
    index().on(t.actorId, t.number),
    index().on(t.subjectKind, t.subjectId, t.number),
    index().on(t.action, t.number),
    index().on(t.neighbourhoodId, t.number),
  ],
);

/** Where the record begins after old rows left as a sealed file. */
export const auditSeals = pgTable("audit_seals", {
  /** The last row that left, and its hash: what the first row kept is chained to. */
  number: bigint({ mode: "number" }).primaryKey(),
  hash: text().notNull(),
  sealedAt: instant().notNull(),
  /** SHA-256 of the sealed file. */
  digest: text().notNull(),
});
