import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { publishedPeriods, publishedScopes } from "#app/domain/abstraction/words.ts";
import { instant } from "./columns.ts";

export const publishedScope = pgEnum("abstraction_published_scope", publishedScopes);
export const publishedPeriod = pgEnum("abstraction_published_period", publishedPeriods);

const share = () => bigint({ mode: "number" }).notNull();

/**
 * A figure as it was published: frozen (a trigger of the migration). When what it was made from is corrected, another
 * revision follows and this one stays.
 */
export const abstractionPublished = pgTable(
  "abstraction_published",
  {
    id: uuid().primaryKey().defaultRandom(),
    scope: publishedScope().notNull(),
    /** BCU or neighbourhood; null for the force. */
    scopeId: uuid(),
    /** Empty for the force, else the id as text: what makes the key whole. */
    scopeKey: text().notNull(),
    period: publishedPeriod().notNull(),
    /** Its first day. */
    startsOn: date().notNull(),
    revision: integer().notNull(),
    publishedAt: instant().notNull(),
    /** The definition that it was worked out with. */
    version: integer().notNull(),
    posts: integer().notNull(),
    established: share(),
    duty: share(),
    abstractedA: share(),
    abstractedB: share(),
    exempt: share(),
    lent: share(),
    duties: share(),
    confirmed: share(),
    /** Why it was published anew, as everybody reads it; null for the first. */
    restatement: text(),
  },
  (t) => [
    unique().on(t.scope, t.scopeKey, t.period, t.startsOn, t.revision),
    index("abstraction_published_latest").on(t.scope, t.period, t.startsOn),
    check("abstraction_published_restated", sql`(${t.revision} = 1) = (${t.restatement} is null)`),
    check("abstraction_published_scope", sql`(${t.scope} = 'force') = (${t.scopeId} is null)`),
  ],
);
