import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { meetingKinds, meetingStates } from "#app/domain/meeting/meeting.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const meetingKind = pgEnum("meeting_kind", meetingKinds);
export const meetingState = pgEnum("meeting_state", meetingStates);

/** A public meeting or drop-in: announced, held, written up. */
export const meetings = pgTable(
  "meetings",
  {
    id: uuid().primaryKey().defaultRandom(),
    reference: text().notNull().unique(),
    kind: meetingKind().notNull(),
    state: meetingState().notNull(),
    title: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    place: text(),
    howToJoin: text(),
    /** Steps, lift, hearing loop, parking. */
    access: text().notNull(),
    whoComes: text().notNull(),
    /** Public. */
    cancelledReason: text(),
    writeUp: text(),
    decisions: text(),
    attended: integer(),
    writtenUpAt: instant(),
    takenDownAt: instant(),
    announcedBy: uuid(),
    announcedAt: instant().notNull(),
    changedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("meetings_times", sql`${t.startsAt} < ${t.endsAt}`),
    check("meetings_somewhere", sql`${t.place} is not null or ${t.howToJoin} is not null`),
    check("meetings_cancelled", sql`(${t.state} = 'cancelled') = (${t.cancelledReason} is not null)`),
    check("meetings_written_up", sql`(${t.state} = 'written-up') = (${t.writtenUpAt} is not null)`),
    index().on(t.startsAt),
  ],
);

export const meetingNeighbourhoods = pgTable(
  "meeting_neighbourhoods",
  {
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);
