import { ImportRefused } from "#app/services/edition/import.server.ts";
import { boundariesInForce } from "#db/queries/boundary.ts";
import { editionInForce } from "#db/queries/edition.ts";
import type { Db } from "#db/types.ts";
import { createAreaIndex } from "#geo/which-area.ts";

/** The neighbourhoods that incidents are counted in, of one edition. */
export interface IncidentPlaces {
  editionId: string;
  /** The id of the neighbourhood that covers a point, or null. */
  find: (lng: number, lat: number) => string | null;
}

/** The boundaries in force. Throws `ImportRefused` where there are none. */
export async function loadIncidentPlaces(db: Db): Promise<IncidentPlaces> {
  // why: asked first, so that a switch between the two is seen when the counts are stored.
  const edition = await editionInForce(db, "boundaries");
  if (edition === null) throw new ImportRefused("Load the boundaries first: incidents are counted in them.");
  const shapes = await boundariesInForce(db);
  const areas = createAreaIndex(shapes);
  return {
    editionId: edition.id,
    find: (lng, lat) => shapes[areas.find(lng, lat)]?.neighbourhoodId ?? null,
  };
}
