import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import type { Concern } from "#db/queries/concern.ts";
import { countRaisers } from "#db/queries/concern-raisers.ts";
import { setRaisers } from "#db/queries/concern-supporter.ts";
import { findConcernByReference, lockWithReference } from "#db/queries/concern-triage.ts";
import type { Db } from "#db/types.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/** What still goes on, and what became a priority: whoever is joined to it hears what comes of it. */
const joinable: readonly ConcernState[] = [
  "submitted",
  "triage",
  "changed",
  "published-candidate",
  "shortlisted",
  "adopted",
];

/**
 * Joins a concern with another about the same thing. Its raisers hear of it, and of whatever becomes of the other,
 * which counts every person behind both once.
 */
export const mergeConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { reference, ...decided }: Decided & { reference: string },
): Promise<Change> =>
  decideConcern(
    deps,
    actor,
    decided,
    async (tx, concern) => {
      const target = await targetOf(tx, concern, reference);
      if (typeof target === "string") return refused("reference", target);
      return {
        ok: true,
        step: "merge",
        action: "concern.merge",
        changes: { mergedIntoId: target.id },
        alongside: async () => {
          // Never fewer than before: somebody who was erased since still counts.
          await setRaisers(tx, target.id, Math.max(target.raisers, await countRaisers(tx, target.id)));
        },
      };
    },
    // Both in one order, so that two who join them the other way round do not wait for each other.
    (tx) => lockWithReference(tx, decided.concernId, readReference("concern", reference) ?? ""),
  );

/** The concern to join it with; or why it cannot be, in words. */
async function targetOf(tx: Db, concern: Concern, typed: string): Promise<Concern | string> {
  const reference = readReference("concern", typed);
  if (reference === null) return "Enter a reference like C-7K3FQ";
  if (reference === concern.reference) return "Enter the reference of another concern, not its own";
  const target = await findConcernByReference(tx, reference);
  if (target?.neighbourhoodId !== concern.neighbourhoodId)
    return `There is no ${reference} in this neighbourhood`;
  return joinable.includes(target.state) ? target : `${reference} has ended. Enter one that still goes on`;
}
