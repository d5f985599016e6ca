import type { Permission } from "#app/domain/permissions.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { findPriority, lockPlaces, lockPriority, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

/** A priority by its reference and the version that was read. */
export interface ReadPriority {
  reference: string;
  version: number;
}

/** Locks a priority and the places of its neighbourhood for somebody who may change it; null where it is not theirs. */
export async function lockOwnPriority(
  tx: Db,
  actor: Actor,
  permission: Permission,
  { reference, version }: ReadPriority,
): Promise<{ ok: true; priority: Priority } | Refused | null> {
  const found = await findPriority(tx, reference);
  if (found === null || !can(actor, permission, found)) return null;
  await lockPlaces(tx, found.neighbourhoodId);
  const priority = await lockPriority(tx, found.id);
  if (priority === null) return null;
  return priority.version === version
    ? { ok: true, priority }
    : refused(
        "form",
        "Somebody else has changed this priority since you opened it. Read it again, then decide. What you wrote is still in the form",
      );
}
