import type { LoaderFunctionArgs } from "@remix-run/node";
import { districtLines } from "#app/components/map/district-lines.ts";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { allowPublic, cachedJson } from "#app/http.server.ts";
import { simplifyTogether, toleranceForZoom } from "#geo/simplify.ts";

const zoom = 11;
const linesOf = oncePerFinder(({ neighbourhoods }) =>
  JSON.stringify(districtLines(simplifyTogether(neighbourhoods, toleranceForZoom(zoom)))),
);

/** The borders between districts, as GeoJSON, for the map. */
export function loader({ request, context: { finder } }: LoaderFunctionArgs) {
  allowPublic();
  return cachedJson(request, linesOf(finder), finder.version, "application/geo+json");
}
