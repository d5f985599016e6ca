import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** Passes a concern to the agency that can do more about it; its raiser is told which. */
export const referConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reason, agencyId, ...decided }: Decided & { reason: string; agencyId: string },
): Promise<Change> =>
  decideConcern(deps, actor, decided, async (tx) => {
    const agency = await findAgencyById(tx, agencyId);
    return agency === null
      ? refused("agencyId", "Choose the agency")
      : {
          ok: true,
          step: "refer",
          reason,
          changes: { agencyId: agency.id },
          addition: `It is with ${agency.name}.`,
        };
  });
