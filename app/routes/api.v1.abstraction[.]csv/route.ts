import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOpenFilter } from "#app/domain/abstraction/open-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { etagOf } from "#app/etag.ts";
import { allowPublic, cachedText, problem } from "#app/http.server.ts";
import { movedOnProblem } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { openFigures } from "#app/published-figures.server.ts";
import { publishedCsv } from "#app/services/abstraction/published-csv.ts";

/** GET /api/v1/abstraction.csv: the published figures as a spreadsheet, by the same filters as the JSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder, read, now } = context;
  const asked = readOpenFilter(new URL(request.url).searchParams, londonDay(now));
  if (!asked.ok) return problem("bad-request", { detail: asked.detail });
  const { neighbourhood } = asked.filter;
  if (neighbourhood !== null && finder.bySlug(neighbourhood) === null)
    return movedOnProblem(context, neighbourhood, paths.api.abstractionDownloadOf);
  const csv = publishedCsv(await read((tx) => openFigures(tx, finder, asked.filter)));
  return cachedText(request, csv, etagOf(finder.version, csv), "text/csv; charset=utf-8");
}
