import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic, cachedJson } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { placementsInForce } from "#db/queries/structure.ts";

/** GET /api/v1/neighbourhoods: every neighbourhood of the force, by name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder, read, publicUrl } = context;
  const placements = new Map((await read(placementsInForce)).map((placement) => [placement.slug, placement]));
  const { id, source, date } = finder.editions.boundaries;
  return cachedJson(
    request,
    {
      neighbourhoods: finder.neighbourhoods.map(({ slug, code, name, district, centre: [lng, lat] }) => {
        const placement = placements.get(slug);
        return {
          slug,
          code,
          name,
          district,
          bcu: placement?.bcu ?? null,
          section: placement?.section ?? null,
          team: placement?.team ?? null,
          centre: { lat, lng },
          links: {
            self: `${publicUrl}${paths.api.neighbourhood(slug)}`,
            page: `${publicUrl}${paths.neighbourhood(slug)}`,
          },
        };
      }),
      edition: { id, source, date },
    },
    finder.version,
  );
}
