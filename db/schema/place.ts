import { placeKinds } from "#app/domain/place/place.ts";
import { doublePrecision, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { editions } from "./edition.ts";

export const placeKind = pgEnum("place_kind", placeKinds);

/** Named places that a resident may search for. */
export const places = pgTable(
  "places",
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: "cascade" }),
    /** The row's place in its source. */
    number: integer().notNull(),
    name: text().notNull(),
    kind: placeKind().notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    /** GSS code of the district, where known. */
    districtCode: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.number] })],
);
