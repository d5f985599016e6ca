import { allowPublic, problem } from "#app/http.server.ts";

/** Everything else under /api/v1: not found, in the words of the API. */
export function loader() {
  allowPublic();
  return problem("not-found", { detail: "docs/how-to/use-the-api.md lists the addresses of this API." });
}
