import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic, cachedText, problem } from "#app/http.server.ts";
import { detailSchema, geoJsonOf } from "./geojson-of.ts";

/** GET /api/v1/neighbourhoods.geojson?detail=exact|<zoom>: all boundaries, fit for a zoom of a web map, or exact. */
export function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder } = context;
  const detail = detailSchema.safeParse(new URL(request.url).searchParams.get("detail") ?? undefined);
  if (!detail.success) {
    return problem("bad-request", { detail: 'Give detail as "exact" or a zoom from 5 to 16.' });
  }
  const { text, etag } = geoJsonOf(finder, detail.data);
  return cachedText(request, text, etag, "application/geo+json; charset=utf-8");
}
