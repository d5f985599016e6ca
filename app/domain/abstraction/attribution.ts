import { attachment, directedResponse, helpOnSight, type Code, type CodeRule } from "./codes.ts";
import { splitHelpOnSight } from "./help-on-sight.ts";
import { intersection, intervalOf, spanOf, subtraction, type Interval } from "./intervals.ts";

/** What a post was used for, as its latest version says. */
export interface FigureEntry extends Interval {
  id: string;
  code: Code;
  /** The id of the response team that it covered; null for all but response cover. */
  responseTeam: string | null;
  isExempt: boolean;
  isAuthorised: boolean;
}

/** What goes before what where entries of a post overlap. */
export const ranks = ["vacant", "unavailable", "a", "only-b", "neither"] as const;
export type Rank = (typeof ranks)[number];

/** Part of an entry that counts as one thing. */
export interface Piece extends Interval {
  entry: FigureEntry;
  rank: Rank;
  code: Code;
}

/** Some minutes of a duty, and what they were used for. */
export interface Attributed extends Interval {
  piece: Piece;
}

const rankOf = ({ kind, countsA, countsB }: CodeRule): Rank => {
  if (kind === "unavailable") return "unavailable";
  if (countsA) return "a";
  return countsB ? "only-b" : "neither";
};

/** The pieces of an entry under a definition: none of a code that it does not know. */
export function piecesOf(
  entry: FigureEntry,
  vacancy: readonly Interval[],
  rules: ReadonlyMap<Code, CodeRule>,
): Piece[] {
  const coded = (code: Code, intervals: readonly Interval[]): Piece[] => {
    const rule = rules.get(code);
    return rule === undefined ? [] : intervals.map((one) => ({ ...one, entry, code, rank: rankOf(rule) }));
  };
  if (entry.code === attachment) {
    const vacant = intersection([entry], vacancy);
    return [
      ...coded(entry.code, subtraction([entry], vacant)),
      ...vacant.map((one) => ({ ...one, entry, code: entry.code, rank: "vacant" as const })),
    ];
  }
  if (entry.code !== helpOnSight) return coded(entry.code, [entry]);
  const { help, rest } = splitHelpOnSight(spanOf(entry));
  return [
    ...coded(helpOnSight, [intervalOf(help)]),
    ...(rest === null ? [] : coded(directedResponse, [intervalOf(rest)])),
  ];
}

/** By rank; within one the later start takes the shared time, then the lesser id. */
const before = (one: Piece, other: Piece): number =>
  ranks.indexOf(one.rank) - ranks.indexOf(other.rank) ||
  other.from - one.from ||
  (one.entry.id < other.entry.id ? -1 : 1);

/** Gives each minute of a duty that any piece covers to one of them. */
export function attribute(duty: Interval, pieces: readonly Piece[]): Attributed[] {
  const within = pieces.filter(({ from, to }) => from < duty.to && to > duty.from).sort(before);
  const edges = [duty.from, duty.to, ...within.flatMap(({ from, to }) => [from, to])]
    .filter((edge) => edge >= duty.from && edge <= duty.to)
    .sort((a, b) => a - b);
  return edges.flatMap((from, index) => {
    const to = edges[index + 1] ?? from;
    const piece = within.find((one) => one.from <= from && one.to >= to);
    return piece === undefined || to <= from ? [] : [{ from, to, piece }];
  });
}
