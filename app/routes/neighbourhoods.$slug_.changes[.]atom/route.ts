import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed, entriesOf, mostChanges } from "#app/feed.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { changesOfNeighbourhood } from "#db/queries/public-changes.ts";

/** What changed in a neighbourhood, for programs that read feeds: what its pages say and no more. */
export async function loader(args: LoaderFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const { read, publicUrl, force } = context;
  const { id, slug, name } = await placeOfPage(context, args, paths.changesFeed);
  const changes = await read((tx) => changesOfNeighbourhood(tx, id, mostChanges));
  return answerFeed(request, {
    name: `neighbourhoods/${slug}`,
    title: `What changed in ${name}`,
    author: force?.name ?? "Safer Neighbourhoods",
    self: `${publicUrl}${paths.changesFeed(slug)}`,
    page: `${publicUrl}${paths.neighbourhood(slug)}`,
    entries: entriesOf(changes, publicUrl),
  });
}
