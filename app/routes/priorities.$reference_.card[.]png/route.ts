import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { isNoneMatch } from "#app/etag.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { cacheControlOf } from "#app/problem.ts";
import { renderCard, versionOfCard } from "#app/services/priority/render-card.server.ts";
import { shareCardOf } from "#app/share-card.server.ts";
import { findPriority } from "#db/queries/public-priority.ts";

// why: no more than a day, though it never changes: what is taken down is to be gone everywhere soon.
const ofThisVersion = "public, max-age=86400, immutable";

/** The picture that other sites show beside a link to a priority: its title, where it is, and where it stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const reference = readReference("priority", params["reference"] ?? "");
  const priority = reference === null ? null : await context.read((tx) => findPriority(tx, reference));
  if (priority === null) throw notFound();
  if (priority.takenDownAt !== null) throw takenDown();
  const card = shareCardOf(context, priority);
  const version = versionOfCard(card);
  const etag = `"${version}"`;
  const isOfThisVersion = new URL(request.url).searchParams.get("v") === version;
  const headers = {
    "Content-Type": "image/png",
    "Cache-Control": isOfThisVersion ? ofThisVersion : cacheControlOf(200),
    ETag: etag,
  };
  if (isNoneMatch(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers });
  const png = await renderCard(card);
  return png === null
    ? redirect("/social-card.png", { headers: { "Cache-Control": "no-store" } })
    : new Response(png, { headers });
}
