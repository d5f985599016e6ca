import { hideSmall, type HiddenCount } from "./small-counts.ts";

/** A group of voters: an age band, or a part of the area. */
export interface ReachGroup {
  id: string;
  label: string;
  ballots: number;
  /** How many of the neighbourhood's people are of this group; null where no structure was loaded. */
  people: number | null;
}

export interface ReachRow {
  id: string;
  label: string;
  /** Null where the count is hidden. */
  ballots: number | null;
  /** "12 ballots", "fewer than 5", "not shown". */
  words: string;
  /** Whether to go and ask: the group has, or may have, under half its share of the ballots. */
  needsOutreach: boolean;
  outreachWords: string | null;
}

export interface Reach {
  /** All ballots, or null where even that would give one person away. */
  ballots: number | null;
  rows: readonly ReachRow[];
}

export interface ReachFigures {
  smallestShownCount: number;
  underReachedPercent: number;
}

const countWords = (count: HiddenCount, smallest: number): string => {
  if (count.shown !== null) return count.shown === 1 ? "1 ballot" : `${count.shown} ballots`;
  return count.isSmall
    ? `fewer than ${smallest}`
    : "not shown, so that a smaller group cannot be worked out from it";
};

const percent = (part: number, whole: number) => Math.round((100 * part) / whole);

/**
 * Who a vote has reached, before it closes. Whether a group needs outreach is told from what is shown alone: a
 * hidden count is taken at its least, so that the flag betrays nothing and no group the rule means is missed.
 */
export function reachOf(
  groups: readonly ReachGroup[],
  { smallestShownCount, underReachedPercent }: ReachFigures,
): Reach {
  const { counts, total } = hideSmall(
    groups.map(({ ballots }) => ballots),
    smallestShownCount,
  );
  // Before the first ballot everybody is still to be reached.
  const ballots = Math.max(
    1,
    groups.reduce((sum, group) => sum + group.ballots, 0),
  );
  const hasStructure = groups.every(({ people }) => people !== null);
  const people = hasStructure ? groups.reduce((sum, group) => sum + (group.people ?? 0), 0) : 0;
  const rows = groups.flatMap((group, index): ReachRow[] => {
    const count = counts[index];
    if (count === undefined) return [];
    const words = countWords(count, smallestShownCount);
    const own = group.people ?? 0;
    // Whole numbers on both sides: a share exactly at the limit is not under it.
    const needsOutreach = people > 0 && 100 * count.least * people < underReachedPercent * own * ballots;
    return [
      {
        id: group.id,
        label: group.label,
        ballots: count.shown,
        words,
        needsOutreach,
        outreachWords: needsOutreach
          ? `${group.label}: ${percent(own, people)}% of the people here, ${words}. Go and ask them`
          : null,
      },
    ];
  });
  return { ballots: total, rows };
}
