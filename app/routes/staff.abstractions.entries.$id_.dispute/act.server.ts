import type { z } from "zod";
import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { answerDispute } from "#app/services/abstraction/answer-dispute.server.ts";
import { disputeEntry } from "#app/services/abstraction/dispute-entry.server.ts";
import { withdrawDispute } from "#app/services/abstraction/withdraw-dispute.server.ts";
import type { Db } from "#db/types.ts";
import type { actSchema } from "./acts.ts";

/** Does what a form of the page asks for. Null where the entry is none of the actor's. */
export function act(
  deps: { db: Db; now: Date },
  actor: Actor,
  entryId: string,
  wanted: z.output<typeof actSchema>,
): Promise<Change | null> {
  switch (wanted.intent) {
    case "dispute":
      return disputeEntry(deps, actor, { entryId, words: wanted.words });
    case "take-back":
      return withdrawDispute(deps, actor, entryId);
    case "answer":
      return answerDispute(deps, actor, { entryId, answer: wanted.answer, words: wanted.words });
  }
}
