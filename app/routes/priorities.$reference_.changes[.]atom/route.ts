import type { LoaderFunctionArgs } from "@remix-run/node";
import { readReference } from "#app/domain/reference/reference.ts";
import { answerFeed, entriesOf, mostChanges } from "#app/feed.server.ts";
import { allowPublic, notFound, takenDown } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { changesOfPriority } from "#db/queries/public-changes.ts";
import { findPriority } from "#db/queries/public-priority.ts";

/** What changed about a priority, for programs that read feeds: what its page says and no more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { read, publicUrl, force } = context;
  const reference = readReference("priority", params["reference"] ?? "");
  const found =
    reference === null
      ? null
      : await read(async (tx) => {
          const priority = await findPriority(tx, reference);
          return priority && { priority, changes: await changesOfPriority(tx, priority.id, mostChanges) };
        });
  if (found === null || reference === null) throw notFound();
  const { priority, changes } = found;
  if (priority.takenDownAt !== null) throw takenDown();
  return answerFeed(request, {
    name: `priorities/${reference}`,
    title: priority.title,
    author: force?.name ?? "Safer Neighbourhoods",
    self: `${publicUrl}${paths.priorityChanges(reference)}`,
    page: `${publicUrl}${paths.priority(reference)}`,
    entries: entriesOf(changes, publicUrl),
  });
}
