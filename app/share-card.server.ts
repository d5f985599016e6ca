import type { AppLoadContext } from "@remix-run/node";
import { resultOf } from "#app/domain/priority/card.ts";
import { stateInWords } from "#app/domain/priority/states.ts";
import type { ShareCard } from "#app/services/priority/draw-card.server.ts";
import type { PriorityRecord } from "#db/queries/priority-record.ts";

/** What the picture of a priority says. The reason of an end is for its page, which says by whom it is. */
export function shareCardOf(
  { finder, isDemonstration }: Pick<AppLoadContext, "finder" | "isDemonstration">,
  priority: PriorityRecord,
): ShareCard {
  const { title, slug, code, state, lastPoll } = priority;
  return {
    title,
    place: finder.bySlug(slug)?.name ?? code,
    state: stateInWords(state, lastPoll?.isFewReplies === true),
    result: state === "closed-without-signoff" ? null : resultOf(priority),
    isDemonstration,
  };
}
