import type { AppLoadContext } from "@remix-run/node";
import { openMonth, openQuarter } from "#app/domain/abstraction/open-data.ts";
import type { OpenFilter } from "#app/domain/abstraction/open-filter.ts";
import { areasOf, quartersOf } from "#app/domain/abstraction/published-series.ts";
import { publishedOfAreas, publishedOfPlaces, type PlaceFigure } from "#db/queries/abstraction-published.ts";
import type { Db } from "#db/types.ts";

/** The published figures that a filter asks for, as open data has them. */
export async function openFigures(tx: Db, finder: AppLoadContext["finder"], filter: OpenFilter) {
  const { scopes, months, quarters, neighbourhood } = filter;
  const isWanted = (scope: (typeof scopes)[number]) => scopes.includes(scope);
  // One BCU of few posts keeps back the hours of all: they are read together, whatever is wanted.
  const areas = isWanted("force") || isWanted("bcu") ? areasOf(await publishedOfAreas(tx, months)) : [];
  const places = isWanted("neighbourhood") ? await publishedOfPlaces(tx, quarters, neighbourhood) : [];
  return {
    force: isWanted("force")
      ? areas.flatMap(({ bcu, months: figures }) => (bcu === null ? figures.map(openMonth) : []))
      : [],
    bcus: isWanted("bcu")
      ? areas.flatMap(({ bcu, months: figures }) =>
          bcu === null ? [] : [{ bcu, months: figures.map(openMonth) }],
        )
      : [],
    neighbourhoods: bySlug(places).map(({ slug, code, rows }) => ({
      neighbourhood: { slug, code, name: finder.bySlug(slug)?.name ?? code },
      quarters: quartersOf(rows).map(openQuarter),
    })),
  };
}

function bySlug(rows: readonly PlaceFigure[]) {
  const places = new Map<string, { slug: string; code: string; rows: PlaceFigure[] }>();
  for (const row of rows) {
    const place = places.get(row.slug) ?? { slug: row.slug, code: row.code, rows: [] };
    place.rows.push(row);
    places.set(row.slug, place);
  }
  return [...places.values()];
}
