import { etagOf } from "#app/etag.ts";
import { cachedText } from "#app/http.server.ts";
import { atomFeed, updatedAt, type Feed } from "#app/services/feed/atom-feed.server.ts";
import type { PublicChange } from "#db/queries/public-changes.ts";

/** How many changes a feed tells of. */
export const mostChanges = 50;

/** Changes as the entries of a feed. */
export const entriesOf = (changes: readonly PublicChange[], publicUrl: string): Feed["entries"] =>
  changes.map(({ id, at, line, path }) => ({ name: id, at, title: line, link: `${publicUrl}${path}` }));

/** The answer that carries a feed, or that there is nothing new since the reader last asked. */
export function answerFeed(request: Request, feed: Feed): Response {
  const text = atomFeed(feed);
  const answer = cachedText(request, text, etagOf("feed", text), "application/atom+xml; charset=utf-8");
  answer.headers.set("Last-Modified", updatedAt(feed).toUTCString());
  return answer;
}
