import { asc, eq } from "drizzle-orm";
import type { Place } from "#app/domain/place/place.ts";
import { places } from "#db/schema/place.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** The most places one edition holds; the importer refuses more. */
export const mostPlaces = 20_000;

/** The places in force now or at a moment of the past, in the order of their source. */
export const placesInForce = (db: Db, at?: Date): Promise<Place[]> =>
  db
    .select({
      name: places.name,
      kind: places.kind,
      lng: places.lng,
      lat: places.lat,
      districtCode: places.districtCode,
    })
    .from(places)
    .where(eq(places.editionId, editionIdAt(db, "places", at)))
    .orderBy(asc(places.number))
    .limit(mostPlaces);
