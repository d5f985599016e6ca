import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Answers a concern at once, in words of our own that its raiser is sent. */
export const answerConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reason, answer, ...decided }: Decided & { reason: string; answer: string },
): Promise<Change> =>
  decideConcern(deps, actor, decided, () =>
    answer.trim() === ""
      ? refused("answer", "Write an answer")
      : { ok: true, step: "answer", reason, addition: answer.trim() },
  );
