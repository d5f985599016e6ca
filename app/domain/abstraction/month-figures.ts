import { vacancyOf } from "./attachment.ts";
import { attribute, piecesOf, type Attributed, type FigureEntry, type Rank } from "./attribution.ts";
import { attachment, lent, responseCover, type Code, type CodeRule } from "./codes.ts";
import { establishedMinutes, type CountedKind } from "./established.ts";
import {
  poolCodes,
  poolHours,
  poolMonths,
  timesTaken,
  type CodeFigure,
  type HourFigure,
  type MonthFigure,
  type Times,
} from "./figure-rows.ts";
import { hoursOfWeek } from "./hours-of-week.ts";
import { intersection, intervalOf, minutesIn, type Interval } from "./intervals.ts";
import { spanOfMonth, type Month } from "./month.ts";
import { sharesOfMinute } from "./shares.ts";

export interface FigureDuty extends Interval {
  isConfirmedInTime: boolean;
}

/** A post as the teams edition of the month has it, with its duties, which never overlap, and all its entries. */
export interface FigurePost {
  kind: CountedKind;
  fullTimeEquivalent: number;
  /** How its time is shared among neighbourhoods. */
  shares: readonly { neighbourhoodId: string; weight: number }[];
  duties: readonly FigureDuty[];
  entries: readonly FigureEntry[];
}

export interface Figures {
  months: MonthFigure[];
  codes: CodeFigure[];
  hours: HourFigure[];
}

/** The figures of a month by the code table of a definition: what the database works out, worked out another way. */
export function monthFigures(
  posts: readonly FigurePost[],
  { month, rules }: { month: Month; rules: readonly CodeRule[] },
): Figures {
  const known = new Map(rules.map((rule) => [rule.code, rule]));
  const parts = posts.flatMap((post) => {
    const used = usedIn(post, known, intervalOf(spanOfMonth(month)));
    const times = timesOf(post, used, month);
    const [byCode, byHour] = [codesOf(used), hoursOfWeek(used.filter(isRanked("a")))];
    return post.shares.flatMap(({ neighbourhoodId, weight }) => {
      const share = Math.round(weight * sharesOfMinute);
      const of = { neighbourhoodId, isSpecial: post.kind === "special" };
      return share === 0
        ? []
        : {
            month: { ...of, posts: times.duty > 0 ? share : 0, ...timesTaken(times, share) },
            codes: byCode.map(({ minutes, ...code }) => ({ ...of, ...code, minutes: minutes * share })),
            hours: [...byHour].map(([hour, minutes]) => ({ ...of, hour, minutes: minutes * share })),
          };
    });
  });
  return {
    months: poolMonths(parts.map((part) => part.month)),
    codes: poolCodes(parts.flatMap(({ codes }) => codes)),
    hours: poolHours(parts.flatMap(({ hours }) => hours)),
  };
}

function usedIn(post: FigurePost, rules: ReadonlyMap<Code, CodeRule>, month: Interval): Attributed[] {
  const vacancy = vacancyOf(post.entries.filter(({ code }) => code === attachment));
  const pieces = post.entries.flatMap((entry) => piecesOf(entry, vacancy, rules));
  return post.duties.flatMap((duty) =>
    intersection([duty], [month]).flatMap((within) => attribute(within, pieces)),
  );
}

const isRanked =
  (rank: Rank) =>
  ({ piece }: Attributed): boolean =>
    piece.rank === rank;

/** The sums of one post, in minutes and in duties. */
function timesOf(post: FigurePost, used: readonly Attributed[], month: Month): Times {
  const span = intervalOf(spanOfMonth(month));
  const minutesOf = (isIt: (one: Attributed) => boolean) => minutesIn(used.filter(isIt));
  const ofA = used.filter(isRanked("a"));
  const unavailable = minutesOf(isRanked("unavailable"));
  const begun = post.duties.filter(({ from }) => from >= span.from && from < span.to);
  return {
    established: establishedMinutes(post.kind, post.fullTimeEquivalent, month),
    duty: minutesIn(intersection(post.duties, [span])) - minutesOf(isRanked("vacant")) - unavailable,
    unavailable,
    abstractedA: minutesIn(ofA),
    abstractedB: minutesIn(ofA) + minutesOf(isRanked("only-b")),
    exempt: minutesIn(ofA.filter(({ piece }) => piece.entry.isExempt)),
    unauthorised: minutesIn(ofA.filter(({ piece }) => !piece.entry.isAuthorised)),
    lent: minutesOf(({ piece }) => piece.rank === "neither" && piece.code === lent),
    duties: begun.length,
    confirmed: begun.filter(({ isConfirmedInTime }) => isConfirmedInTime).length,
  };
}

/** The minutes and the number of entries behind each code, for response cover by team. */
function codesOf(used: readonly Attributed[]) {
  const byCode = new Map<string, { code: Code; responseTeam: string; used: Attributed[] }>();
  for (const one of used.filter(({ piece }) => piece.rank !== "vacant")) {
    const { code, entry } = one.piece;
    const responseTeam = code === responseCover ? (entry.responseTeam ?? "") : "";
    const row = byCode.get(code + responseTeam) ?? { code, responseTeam, used: [] };
    row.used.push(one);
    byCode.set(code + responseTeam, row);
  }
  return [...byCode.values()].map(({ used: minutes, ...code }) => ({
    ...code,
    minutes: minutesIn(minutes),
    entries: new Set(minutes.map(({ piece }) => piece.entry.id)).size,
  }));
}
