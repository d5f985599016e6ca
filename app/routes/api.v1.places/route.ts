import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { allowPublic, cachedJson, problem } from "#app/http.server.ts";

const most = 20;

const searchSchema = z.object({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(most).default(10),
});

/** GET /api/v1/places?q=&limit=: places by name, misspellings forgiven, best first. */
export function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { finder } = context;
  const search = searchSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) {
    return problem("bad-request", {
      detail: `Give q, the name of a place in up to 100 characters, and limit from 1 to ${most}.`,
    });
  }
  const { q, limit } = search.data;
  return cachedJson(request, { places: finder.searchPlaces(q, limit) }, finder.version);
}
