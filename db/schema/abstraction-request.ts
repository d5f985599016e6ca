import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Code } from "#app/domain/abstraction/codes.ts";
import { requestStates } from "#app/domain/abstraction/words.ts";
import { responseTeams } from "./abstraction.ts";
import { accounts, role } from "./account.ts";
import { instant } from "./columns.ts";
import { posts } from "./team.ts";

export const requestState = pgEnum("abstraction_request_state", requestStates);

/** Somebody asks for an officer: who, when, what for, and why. */
export const abstractionRequests = pgTable(
  "abstraction_requests",
  {
    id: uuid().primaryKey().defaultRandom(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    code: text().$type<Code>().notNull(),
    reason: text().notNull(),
    requesterUnit: text().notNull(),
    requesterRole: role().notNull(),
    responseTeamId: uuid().references(() => responseTeams.id),
    minimum: smallint(),
    actual: smallint(),
    /** The officer has gone already: it is authorised after the event. */
    isEmergency: boolean().notNull(),
    state: requestState().notNull().default("asked"),
    /** Who must authorise it, by the table of the day on which it was asked. */
    authority: role().notNull(),
    askedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    askedAt: instant().notNull(),
    decidedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    decidedRole: role(),
    decidedAt: instant(),
    answer: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("abstraction_requests_span", sql`${t.endsAt} > ${t.startsAt}`),
    check("abstraction_requests_decided", sql`(${t.state} = 'asked') = (${t.decidedAt} is null)`),
    index("abstraction_requests_waiting")
      .on(t.askedAt)
      .where(sql`${t.state} = 'asked'`),
    index().on(t.postId, t.startsAt),
    index().on(t.askedBy, t.askedAt),
  ],
);

/** Who may authorise what: the line with the greatest `overMinutes` that the request exceeds decides. */
export const abstractionAuthorities = pgTable(
  "abstraction_authorities",
  {
    code: text().$type<Code>().notNull(),
    /** 0 for the first line of a code. */
    overMinutes: integer().notNull(),
    authority: role().notNull(),
    /** Who is told of it besides; null for nobody. */
    told: role(),
  },
  (t) => [primaryKey({ columns: [t.code, t.overMinutes] })],
);
