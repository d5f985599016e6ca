/**
 * The edition a rollback returns to, or null when nothing came before. `editionIds` are those of the terms, the
 * earliest first. A term on an edition already seen is itself a rollback and undoes all that came after it, so
 * that rolling back twice goes back twice instead of forth.
 */
export function editionBefore(editionIds: readonly string[]): string | null {
  const stack: string[] = [];
  for (const id of editionIds) {
    const seenAt = stack.indexOf(id);
    if (seenAt === -1) stack.push(id);
    else stack.length = seenAt + 1;
  }
  return stack.at(-2) ?? null;
}
