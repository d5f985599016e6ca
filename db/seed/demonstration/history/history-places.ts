import { slugOf } from "#app/domain/structure/slug.ts";
import { districts } from "../places/all.ts";
import type { HistoryPlace } from "./telling.ts";

const city = "derby";

/** The neighbourhoods of the demonstration as their history needs them, in the order of the force. */
export const buildHistoryPlaces = (): HistoryPlace[] =>
  districts
    .flatMap(({ slug: council, neighbourhoods }) => neighbourhoods.map((one) => ({ ...one, council })))
    .map(({ code, name, places, council }, index) => {
      const [, , lng = 0, lat = 0] = places[0] ?? [];
      return {
        index,
        code,
        slug: slugOf(name),
        name,
        places: places.map(([place]) => place),
        lng,
        lat,
        agencies: {
          council,
          // A city council is its own highway and education authority.
          county: council === city ? city : "derbyshire-county",
          housing: council === city ? "city-housing" : "county-housing",
          fire: "fire",
          health: "health",
        },
      };
    });
