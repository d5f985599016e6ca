import type { Finder } from "#app/domain/finder/finder.ts";
import { alternativeOf, editionOf, neighbourhoodOf, replyOf, type Reply } from "./postcode-reply.ts";

/** What the API says about `lat=…&lng=…` (WGS84 degrees), given the query string without its question mark. */
export function locateReply(finder: Finder, query: string): Reply {
  const parameters = new URLSearchParams(query);
  const answer = finder.locate(degreesOf(parameters.get("lng")), degreesOf(parameters.get("lat")));
  switch (answer.kind) {
    case "found":
      return {
        status: 200,
        body: {
          neighbourhood: neighbourhoodOf(answer.neighbourhood),
          answeredBy: "boundary",
          alternatives: answer.alternatives.map(alternativeOf),
          askFirst: answer.askFirst,
          edition: editionOf(answer.edition),
        },
      };
    case "outside-force":
      return replyOf("outside-force", {
        detail: "This position is in none of this force's neighbourhoods.",
        nearest: answer.nearest === null ? null : alternativeOf(answer.nearest),
        otherForce: { name: null, url: "https://www.police.uk/pu/your-area/" },
      });
    case "not-a-position":
      return replyOf("not-a-position", { detail: answer.message });
  }
}

/** "53.14" → 53.14; anything else, "1e3" and "" too, is no position. */
const degreesOf = (text: string | null) =>
  text !== null && /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text.trim()) ? Number(text) : Number.NaN;
