/** An entry as far as what it replaces depends on it. */
interface Replacing {
  number: number;
  replaces: number | null;
}

/** The number of the entry that took another's place last, by the number of the first; of those that were replaced. */
function replacementsOf(entries: readonly Replacing[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { number, replaces } of entries) {
    const root = replaces === null ? number : (first.get(replaces) ?? number);
    first.set(number, root);
    if (root !== number) last.set(root, number);
  }
  return last;
}

/**
 * What stands in the minutes: each entry at its place and under its number, with the words that were written for it
 * last. The entries are in the order of their numbers.
 */
export function standingEntries<Entry extends Replacing>(
  entries: readonly Entry[],
): (Entry & { putRightBy: number | null })[] {
  const replacements = replacementsOf(entries);
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const known = (number: number | null) => number !== null && byNumber.has(number);
  return entries
    .filter(({ replaces }) => !known(replaces))
    .map((entry) => {
      const putRightBy = replacements.get(entry.number) ?? null;
      const last = putRightBy === null ? entry : (byNumber.get(putRightBy) ?? entry);
      return { ...last, number: entry.number, replaces: null, putRightBy };
    });
}
