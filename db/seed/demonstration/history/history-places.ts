import { slugOf } from "#app/domain/structure/slug.ts";
import { districts } from "../places/all.ts";
import type { HistoryPlace } from "./telling.ts";

/** The neighbourhoods of the demonstration as their history needs them, in the order of the force. */
export const buildHistoryPlaces = (): HistoryPlace[] =>
  districts
    .flatMap(({ neighbourhoods }) => neighbourhoods)
    .map(({ code, name, places }, index) => {
      const [, , lng = 0, lat = 0] = places[0] ?? [];
      return { index, code, slug: slugOf(name), name, places: places.map(([place]) => place), lng, lat };
    });
