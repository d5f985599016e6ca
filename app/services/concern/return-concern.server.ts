import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Asks whoever raised it for other words. */
export const returnConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reason, ...decided }: Decided & { reason: string },
): Promise<Change> => decideConcern(deps, actor, decided, () => ({ ok: true, step: "return", reason }));
