import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfPublicText, type PublicText } from "#app/domain/concern/public-text.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";
import { residentWords } from "./resident-words.server.ts";

/** Publishes a concern in words of our own; whoever wrote them is named in the record and on the concern. */
export const publishSummary = (
  deps: DecisionDeps,
  actor: Actor,
  { text, ...decided }: Decided & { text: PublicText },
): Promise<Change> =>
  decideConcern(deps, actor, decided, async (tx, concern) => {
    const errors = problemsOfPublicText(text, await residentWords(tx, concern.id));
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      step: "publish",
      action: "concern.publish",
      changes: {
        publicTitle: text.title,
        publicSummary: text.summary,
        publicPlace: text.place,
        summaryBy: actor.accountId,
      },
    };
  });
