/**
 * The place of a priority that came with another neighbourhood: the first that is free, behind the neighbourhood's own
 * three where those are taken, because a merger ends nobody's priority.
 */
export function slotForCarried(taken: ReadonlySet<number>): number {
  let slot = 1;
  while (taken.has(slot)) slot += 1;
  return slot;
}
