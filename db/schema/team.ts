import {
  boolean,
  date,
  doublePrecision,
  index,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { fundingSources, holdingKinds, postKinds } from "#app/domain/team/team.ts";
import { agencies } from "./agency.ts";
import { editions } from "./edition.ts";
import { neighbourhoods } from "./neighbourhood.ts";
import { teams } from "./structure.ts";

const editionId = () =>
  uuid()
    .notNull()
    .references(() => editions.id, { onDelete: "cascade" });
const neighbourhoodId = () =>
  uuid()
    .notNull()
    .references(() => neighbourhoods.id);

export const postKind = pgEnum("post_kind", postKinds);
export const holdingKind = pgEnum("holding_kind", holdingKinds);
export const fundingSource = pgEnum("funding_source", fundingSources);

/** A person who holds posts. Only rank or role and surname are ever public. */
export const people = pgTable("people", {
  id: uuid().primaryKey().defaultRandom(),
  /** The force's own reference; never public. */
  reference: text().notNull().unique(),
  surname: text().notNull(),
});

/** The lasting identity of a post; what is true of it belongs to a teams edition. */
export const posts = pgTable("posts", {
  id: uuid().primaryKey().defaultRandom(),
  reference: text().notNull().unique(),
});

export const postDetails = pgTable(
  "post_details",
  {
    editionId: editionId(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    kind: postKind().notNull(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    fullTimeEquivalent: numeric({ precision: 4, scale: 3, mode: "number" }).notNull(),
    fundingSource: fundingSource().notNull(),
    fundingEndsOn: date(),
    /** What covers the post while nobody holds it, in words. */
    coverPlan: text(),
    vacancyReason: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.postId] }), index().on(t.teamId)],
);

/** How a post's time is shared among neighbourhoods; the weights of a post sum to 1. */
export const postAllocations = pgTable(
  "post_allocations",
  {
    editionId: editionId(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    neighbourhoodId: neighbourhoodId(),
    weight: numeric({ precision: 6, scale: 5, mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.postId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);

/** Who holds a post between two dates (the last day included); a gap is a vacancy. */
export const postHoldings = pgTable(
  "post_holdings",
  {
    editionId: editionId(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: holdingKind().notNull(),
    heldFrom: date().notNull(),
    heldTo: date(),
    publicNameOk: boolean().notNull(),
    photoOk: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.postId, t.personId, t.heldFrom] }), index().on(t.personId)],
);

/** How residents reach the team of a neighbourhood. */
export const contacts = pgTable(
  "contacts",
  {
    editionId: editionId(),
    neighbourhoodId: neighbourhoodId(),
    email: text(),
    telephone: text(),
    website: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.neighbourhoodId] })],
);

/** Stations and shared offices. One that is not public is never shown outside the force. */
export const bases = pgTable(
  "bases",
  {
    editionId: editionId(),
    code: text().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    postcode: text(),
    lng: doublePrecision(),
    lat: doublePrecision(),
    isPublic: boolean().notNull(),
    openingHours: text(),
    sharedWith: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.code] })],
);

export const baseNeighbourhoods = pgTable(
  "base_neighbourhoods",
  { editionId: editionId(), baseCode: text().notNull(), neighbourhoodId: neighbourhoodId() },
  (t) => [
    primaryKey({ columns: [t.editionId, t.baseCode, t.neighbourhoodId] }),
    index().on(t.neighbourhoodId),
  ],
);
