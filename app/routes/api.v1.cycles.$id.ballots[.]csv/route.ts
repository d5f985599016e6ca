import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { allowPublic, cachedText, problem } from "#app/http.server.ts";
import { findPublished } from "#db/queries/tally.ts";

/** GET /api/v1/cycles/:id/ballots.csv: the anonymous ballots of a certified vote, exactly as they were sealed. */
export async function loader({ request, params, context: { read } }: LoaderFunctionArgs) {
  allowPublic();
  const id = z.uuid().safeParse(params["id"]);
  const found = id.success ? await read((tx) => findPublished(tx, id.data)) : null;
  if (found === null) return problem("not-found", { detail: "No certified vote has this id." });
  return cachedText(request, found.published, `"${found.seal}"`, "text/csv; charset=utf-8");
}
