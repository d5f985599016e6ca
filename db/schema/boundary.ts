import type { Polygonal } from "#geo/types.ts";
import { doublePrecision, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { editions } from "./edition.ts";
import { neighbourhoods } from "./neighbourhood.ts";

const editionId = () =>
  uuid()
    .notNull()
    .references(() => editions.id, { onDelete: "cascade" });
const neighbourhoodId = () =>
  uuid()
    .notNull()
    .references(() => neighbourhoods.id);

/** The shape and name of each neighbourhood in one boundary edition. */
export const boundaries = pgTable(
  "boundaries",
  {
    editionId: editionId(),
    neighbourhoodId: neighbourhoodId(),
    name: text().notNull(),
    description: text(),
    /** GeoJSON, WGS84 longitude then latitude. */
    geometry: jsonb().$type<Polygonal>().notNull(),
    /** A point inside the shape, in degrees. */
    centreLng: doublePrecision().notNull(),
    centreLat: doublePrecision().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.neighbourhoodId] }), index().on(t.neighbourhoodId)],
);

/** Postcodes known to lie in a neighbourhood, recorded one by one; used where no point is loaded. */
export const recordedPostcodes = pgTable(
  "recorded_postcodes",
  {
    editionId: editionId(),
    postcode: text().notNull(),
    neighbourhoodId: neighbourhoodId(),
    /** The public building it belongs to, where a page read says so. */
    building: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.postcode] }), index().on(t.neighbourhoodId)],
);

/** Which neighbourhoods an outward code ("DE4") reaches; used where a postcode is not loaded. */
export const recordedOutwards = pgTable(
  "recorded_outwards",
  { editionId: editionId(), outward: text().notNull(), neighbourhoodId: neighbourhoodId() },
  (t) => [
    primaryKey({ columns: [t.editionId, t.outward, t.neighbourhoodId] }),
    index().on(t.neighbourhoodId),
  ],
);
