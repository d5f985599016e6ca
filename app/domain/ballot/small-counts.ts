/** A count of people as it may be shown. */
export interface HiddenCount {
  /** Null where it is hidden. */
  shown: number | null;
  /** Hidden because it is small, not to protect another. */
  isSmall: boolean;
  /** The least it can be, as a reader knows it. */
  least: number;
}

interface Cell {
  count: number;
  isHidden: boolean;
  least: number;
  most: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Whether a reader who knows the total and the bounds of what is hidden can work one of the hidden counts out. */
function givesAway(hidden: readonly Cell[]): boolean {
  const total = sum(hidden.map(({ count }) => count));
  return hidden.some((cell) => {
    const others = hidden.filter((other) => other !== cell);
    const lowest = Math.max(cell.least, total - sum(others.map(({ most }) => most)));
    const highest = Math.min(cell.most, total - sum(others.map(({ least }) => least)));
    return lowest === highest;
  });
}

/**
 * Hides counts below `smallest`, nought among them, and then as many of the smallest others as it takes for no hidden
 * one to follow from the total. Where all are hidden and one would still follow, the total is hidden too.
 */
export function hideSmall(
  counts: readonly number[],
  smallest: number,
): { counts: readonly HiddenCount[]; total: number | null } {
  const cells = counts.map((count): Cell => {
    const isSmall = count < smallest;
    return isSmall
      ? { count, isHidden: true, least: 0, most: smallest - 1 }
      : { count, isHidden: false, least: count, most: count };
  });
  const byCount = [...cells].sort((a, b) => a.count - b.count);
  const hidden = () => cells.filter(({ isHidden }) => isHidden);
  while (givesAway(hidden())) {
    const next = byCount.find(({ isHidden }) => !isHidden);
    if (next === undefined) break;
    Object.assign(next, { isHidden: true, least: smallest, most: Infinity });
  }
  return {
    counts: cells.map(({ count, isHidden, least }) => ({
      shown: isHidden ? null : count,
      isSmall: count < smallest,
      least,
    })),
    total: givesAway(hidden()) ? null : sum(counts),
  };
}
