import type { LoaderFunctionArgs } from "@remix-run/node";
import { licence, openDefinition } from "#app/domain/abstraction/open-data.ts";
import { readOpenFilter } from "#app/domain/abstraction/open-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { allowPublic, cachedJson, problem } from "#app/http.server.ts";
import { movedOnProblem } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { openFigures } from "#app/published-figures.server.ts";
import { listDefinitions } from "#db/queries/abstraction-definition.ts";

/** GET /api/v1/abstraction: what was published of the force, its BCUs and neighbourhoods, and what it is made by. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder, read, now, publicUrl } = context;
  const asked = readOpenFilter(new URL(request.url).searchParams, londonDay(now));
  if (!asked.ok) return problem("bad-request", { detail: asked.detail });
  const { neighbourhood, months } = asked.filter;
  if (neighbourhood !== null && finder.bySlug(neighbourhood) === null)
    return movedOnProblem(context, neighbourhood, paths.api.abstractionOf);
  const { figures, definitions } = await read(async (tx) => ({
    figures: await openFigures(tx, finder, asked.filter),
    definitions: await listDefinitions(tx),
  }));
  return cachedJson(
    request,
    {
      ...figures,
      definitions: definitions.map(openDefinition),
      months,
      licence,
      links: {
        page: `${publicUrl}${paths.abstraction()}`,
        csv: `${publicUrl}${paths.api.abstractionDownload()}`,
      },
    },
    finder.version,
  );
}
