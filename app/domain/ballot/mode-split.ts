import { ballotModes, ballotModeWords, isEnteredByStaff, type BallotMode } from "./modes.ts";

/** Ballots that came in one way, or in one of several, as they may be shown. */
export interface ModeShare {
  /** "on paper", "on paper, by phone or face to face". */
  way: string;
  /** "14", "fewer than 5", "the rest". */
  ballots: string;
}

type Modes = Readonly<Partial<Record<BallotMode, number>>>;

const online = ballotModeWords.online;
const byStaff = "on paper, by phone or face to face";

/**
 * How the ballots of a vote came in, with no count from which that of a few people follows: not from the total, not
 * from the other counts, and not from the choice of what is told. Where one way was taken by few, those with the help
 * of staff are told as one; where those are few, online is the rest. A way that nobody took tells of nobody. Of so few
 * ballots that the rest would give the few away, nothing is told.
 */
export function splitByMode(modes: Modes, smallest: number): readonly ModeShare[] {
  const countOf = (mode: BallotMode) => modes[mode] ?? 0;
  const used = ballotModes.filter((mode) => countOf(mode) > 0);
  const total = used.reduce((sum, mode) => sum + countOf(mode), 0);
  if (total < 2 * smallest) return [];
  if (used.every((mode) => countOf(mode) >= smallest))
    return used.map((mode) => ({ way: ballotModeWords[mode], ballots: String(countOf(mode)) }));
  const few = `fewer than ${smallest}`;
  const atOnce = used.filter(isEnteredByStaff).reduce((sum, mode) => sum + countOf(mode), 0);
  const alone = total - atOnce;
  if (atOnce < smallest)
    return [
      { way: byStaff, ballots: few },
      { way: online, ballots: "the rest" },
    ];
  if (alone === 0) return [{ way: byStaff, ballots: String(atOnce) }];
  return alone < smallest
    ? [
        { way: online, ballots: few },
        { way: byStaff, ballots: "the rest" },
      ]
    : [
        { way: online, ballots: String(alone) },
        { way: byStaff, ballots: String(atOnce) },
      ];
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "50 online and 14 on paper, by phone or face to face"; null where nothing is told. */
export function splitInWords(modes: Modes, smallest: number): string | null {
  const shares = splitByMode(modes, smallest);
  return shares.length === 0 ? null : list.format(shares.map(({ way, ballots }) => `${ballots} ${way}`));
}
