import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { officeContacts, problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Answers a concern at once, in words of our own that its raiser is sent. */
export const answerConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reason, answer, ...decided }: Decided & { reason: string; answer: string },
): Promise<Change> =>
  decideConcern(deps, actor, decided, () => {
    if (answer.trim() === "") return refused("answer", "Write an answer");
    // Everybody who added themselves is sent it, not only who raised it.
    const errors = problemsOfPublished({ answer }, officeContacts);
    return errors.length > 0
      ? { ok: false, errors }
      : { ok: true, step: "answer", reason, addition: answer.trim() };
  });
