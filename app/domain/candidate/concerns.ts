import { done, refused, type Change } from "#app/domain/account/change.ts";

/**
 * Whether some concerns may be added to a candidate.
 * @param freeIds those that the cycle may still choose
 */
export function mayBeAdded(chosenIds: readonly string[], freeIds: ReadonlySet<string>): Change {
  if (chosenIds.length === 0) return refused("concernIds", "Choose at least one concern");
  return chosenIds.every((id) => freeIds.has(id))
    ? done
    : refused("concernIds", "Somebody has used or moved one of these concerns: choose again");
}

/**
 * Whether some concerns may be taken off a candidate, which never stands for nothing.
 * @param ownIds those that it stands for
 */
export function mayBeTakenOff(chosenIds: readonly string[], ownIds: ReadonlySet<string>): Change {
  if (chosenIds.length === 0) return refused("offIds", "Choose at least one concern to take off");
  if (!chosenIds.every((id) => ownIds.has(id)))
    return refused("offIds", "One of these concerns is no longer part of this candidate: choose again");
  return new Set(chosenIds).size < ownIds.size
    ? done
    : refused("offIds", "Leave at least one concern, or remove the candidate instead");
}
