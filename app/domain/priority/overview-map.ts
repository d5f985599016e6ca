import type { Day } from "#app/domain/team/day.ts";
import { overviewOf, type OverviewRow } from "./overview.ts";

/** A neighbourhood on the map of the overview. */
export interface PlaceOnMap {
  slug: string;
  name: string;
  open: number;
  late: number;
}

const everything = { area: null, theme: null, stage: null, isLateOnly: false, order: "place" } as const;

/** How many priorities are open, and how many of them late, in each neighbourhood. */
export function openAndLateByPlace(
  rows: readonly OverviewRow[],
  today: Day,
  figures: Parameters<typeof overviewOf>[3],
): PlaceOnMap[] {
  const { lines, without } = overviewOf(rows, everything, today, figures);
  const places = new Map<string, PlaceOnMap>();
  for (const { slug, name } of without) places.set(slug, { slug, name, open: 0, late: 0 });
  for (const { place, standing } of lines) {
    const { open, late } = places.get(place.slug) ?? { open: 0, late: 0 };
    const { slug, name } = place;
    places.set(slug, { slug, name, open: open + 1, late: late + (standing.late.length > 0 ? 1 : 0) });
  }
  return [...places.values()];
}
