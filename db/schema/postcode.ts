import { customType, doublePrecision, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { editions } from "./edition.ts";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

const editionId = () =>
  uuid()
    .notNull()
    .references(() => editions.id, { onDelete: "cascade" });

/** The postcodes of the force's own districts. */
export const postcodes = pgTable(
  "postcodes",
  {
    editionId: editionId(),
    /** "DE4 3AG": upper case, one space. */
    postcode: text().notNull(),
    /** WGS84 degrees; null where the publisher gives no point. */
    lng: doublePrecision(),
    lat: doublePrecision(),
    /** GSS code of the district; null where the source has none (a plain list of postcodes and points). */
    districtCode: text(),
    /** "2019-06" when the source says the postcode ended. */
    terminatedIn: text(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.postcode] })],
);

/**
 * Every other postcode of the country, only as postcode → district, packed by outward code because 1.7 million
 * rows that answer one question are not worth a table of their own (docs/adr/0005).
 */
export const outsidePostcodes = pgTable(
  "outside_postcodes",
  {
    editionId: editionId(),
    outward: text().notNull(),
    districtCodes: text().array().notNull(),
    /** Three bytes a postcode, ascending: inward number (big endian, `geo/postcode.ts`), index into districtCodes. */
    units: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.outward] })],
);
