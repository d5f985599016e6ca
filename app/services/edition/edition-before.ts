/** What was in force for a stretch of time: an edition's id, or null for nothing. */
type State = string | null;

/** One stretch in which an edition was in force; `to` is null for the one that is. */
export interface Term {
  editionId: string;
  from: Date;
  to: Date | null;
}

/** What was in force from the beginning on, nothing first; a gap between two terms is nothing again. */
export function statesOf(terms: readonly Term[]): State[] {
  const states: State[] = [null];
  let endedAt: number | null = null;
  for (const { editionId, from, to } of terms) {
    if (endedAt !== null && from.getTime() > endedAt) states.push(null);
    states.push(editionId);
    endedAt = to?.getTime() ?? null;
  }
  if (endedAt !== null) states.push(null);
  return states;
}

/**
 * What a rollback returns to: an edition, null for nothing, or undefined when nothing is in force to roll back. A state
 * already seen is itself a rollback and undoes all that came after it, so that rolling back twice goes back twice
 * instead of forth.
 */
export function stateBefore(states: readonly State[]): State | undefined {
  const stack: State[] = [];
  for (const state of states) {
    const seenAt = stack.indexOf(state);
    if (seenAt === -1) stack.push(state);
    else stack.length = seenAt + 1;
  }
  return stack.at(-2);
}
