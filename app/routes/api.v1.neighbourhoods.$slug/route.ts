import type { LoaderFunctionArgs } from "@remix-run/node";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, cachedJson } from "#app/http.server.ts";
import { movedOnProblem } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { publicSideOf } from "#db/queries/neighbourhood.ts";

/** GET /api/v1/neighbourhoods/:slug: what the public page says, for programs. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  allowPublic();
  const { finder, read, now, publicUrl } = context;
  const neighbourhood = finder.bySlug(params["slug"] ?? "");
  if (neighbourhood === null) return movedOnProblem(context, params["slug"] ?? "", paths.api.neighbourhood);

  const { placement, team, contact, bases } = await read((tx) =>
    publicSideOf(tx, neighbourhood.id, londonDay(now)),
  );
  const { slug, code, name, district, description, centre } = neighbourhood;
  const { id, source, date, attribution, isIllustrative } = finder.editions.boundaries;
  return cachedJson(
    request,
    {
      slug,
      code,
      name,
      district,
      description,
      bcu: placement?.bcu ?? null,
      section: placement?.section ?? null,
      partnership: placement?.partnership ?? null,
      saferNeighbourhoodsTeam: placement?.team ?? null,
      team: team.map(({ title, agency, holder, coveredBy, words }) => ({
        title,
        agency,
        name: holder?.name ?? null,
        isVacant: holder === null,
        coveredBy,
        words,
      })),
      contact,
      bases,
      neighbours: finder.neighboursOf(slug),
      centre: { lat: centre[1], lng: centre[0] },
      edition: { id, source, date, attribution, isIllustrative },
      links: {
        self: `${publicUrl}${paths.api.neighbourhood(slug)}`,
        page: `${publicUrl}${paths.neighbourhood(slug)}`,
        boundaries: `${publicUrl}${paths.api.neighbourhoodsGeoJson("exact")}`,
      },
    },
    finder.version,
  );
}
