/** One neighbourhood that took over from another when boundaries changed. */
export interface Succession {
  fromId: string;
  toId: string;
  share: number;
  at: Date;
}

/**
 * The neighbourhoods in force that follow one that is gone, the main heir first: by its last succession, and on from
 * there where an heir is gone too. Of equal shares, the one that is listed first. Empty where the trace ends.
 */
export function heirsInForce(
  goneId: string,
  successions: readonly Succession[],
  inForce: ReadonlySet<string>,
): string[] {
  const heirs = new Set<string>();
  const met = new Set<string>();
  const follow = (id: string) => {
    // Boundaries that were rolled back may have succeeded each other both ways.
    if (met.has(id)) return;
    met.add(id);
    if (inForce.has(id)) heirs.add(id);
    else lastOf(id, successions).forEach(({ toId }) => follow(toId));
  };
  follow(goneId);
  return [...heirs];
}

function lastOf(id: string, successions: readonly Succession[]): Succession[] {
  const own = successions.filter(({ fromId }) => fromId === id);
  const latest = Math.max(...own.map(({ at }) => at.getTime()));
  return own.filter(({ at }) => at.getTime() === latest).sort((a, b) => b.share - a.share);
}
