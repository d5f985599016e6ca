import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { transitionFrom } from "#app/domain/concern/transitions.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Ends a concern with a reason, which its raiser may appeal against; one that is published is taken down by it. */
export const rejectConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reason, ...decided }: Decided & { reason: string },
): Promise<Change> =>
  decideConcern(deps, actor, decided, (_, { state }) => {
    const isPublished = transitionFrom(state, "take-down") !== undefined;
    return { ok: true, step: isPublished ? "take-down" : "reject", reason };
  });
