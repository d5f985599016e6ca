import type { UrbanRural } from "#app/domain/structure/structure.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { FundingSource, PostKind } from "#app/domain/team/team.ts";

import { policeAgencyCode } from "./agencies.ts";
import { financialYearEnd } from "./dates.ts";
import { chanceOf } from "./duties/chance.ts";
import type { Random } from "./random.ts";
import { shareOut } from "./share-out.ts";
import { teamRows } from "./structure.ts";
import type { Allocation, DemonstrationNeighbourhood, DemonstrationPost } from "./types.ts";

/** The establishment of the 2007 inspection report (lines 246 and 261), sergeants being one to a team. */
const establishment = { sergeant: 23, pc: 175, pcso: 176 } as const;

/** How many posts beyond its own beat officer a neighbourhood calls for, against the others. Illustrative. */
const demandOf: Readonly<Record<UrbanRural, number>> = { urban: 1, town: 0.6, rural: 0.2 };

// The two centres carry the county's night-time economy.
const centreDemand = new Map([
  ["DC01", 6],
  ["CH01", 4],
]);

const labels = { sergeant: "SGT", pc: "PC", pcso: "PCSO" } as const;

/** Equal shares to four decimals, the last taking what rounding leaves over. */
const equalShares = (codes: readonly string[]): Allocation[] => {
  const weight = Math.round(10_000 / codes.length) / 10_000;
  return codes.map((neighbourhoodCode, at) => ({
    neighbourhoodCode,
    weight: at < codes.length - 1 ? weight : Number((1 - weight * at).toFixed(4)),
  }));
};

const fundingOf = (
  kind: PostKind,
  day: Day,
  random: Random,
): Pick<DemonstrationPost, "fundingSource" | "fundingEndsOn"> => {
  const draw = random.next();
  const matchedShare = kind === "pcso" ? 0.3 : 0;
  const partnerShare = kind === "pcso" ? 0.1 : kind === "pc" ? 0.02 : 0;
  const fundingSource: FundingSource =
    draw < partnerShare ? "partner" : draw < partnerShare + matchedShare ? "matched" : "force";
  return {
    fundingSource,
    fundingEndsOn: fundingSource === "force" ? null : financialYearEnd(day, random.index(3)),
  };
};

/** Beat posts of one kind: one for each neighbourhood, the rest by demand, shared with the next one outside towns. */
const beatAllocations = (
  neighbourhoods: readonly DemonstrationNeighbourhood[],
  count: number,
  random: Random,
): { teamCode: string; allocations: Allocation[] }[] => {
  const extras = shareOut(
    count - neighbourhoods.length,
    // A little chance in each demand keeps equals from being served in list order.
    neighbourhoods.map(
      ({ code, urbanRural }) =>
        (centreDemand.get(code) ?? demandOf[urbanRural]) * (0.9 + 0.2 * random.next()),
    ),
  );
  return neighbourhoods.flatMap(({ code, teamCode, urbanRural }, at) => {
    const next = neighbourhoods[at + 1];
    const shared = urbanRural !== "urban" && next?.teamCode === teamCode;
    const extra = shared
      ? [
          { neighbourhoodCode: code, weight: 0.6 },
          { neighbourhoodCode: next.code, weight: 0.4 },
        ]
      : equalShares([code]);
    const own = { teamCode, allocations: equalShares([code]) };
    return [own, ...Array.from({ length: extras[at] ?? 0 }, () => ({ teamCode, allocations: extra }))];
  });
};

const partTimeShare = 0.08;
const partTimes = [0.5, 0.6, 0.8] as const;

/** Some constables and support officers work part-time. Illustrative. */
export function fullTimeEquivalentOf({
  reference,
  kind,
}: Pick<DemonstrationPost, "reference" | "kind">): number {
  const { next, index } = chanceOf(reference, "part-time");
  const isPartTime = (kind === "pc" || kind === "pcso") && next() < partTimeShare;
  return isPartTime ? (partTimes[index(partTimes.length)] ?? 1) : 1;
}

/** The 374 posts of the Safer Neighbourhoods Teams, all filled, in team order. */
export const buildPosts = (
  neighbourhoods: readonly DemonstrationNeighbourhood[],
  day: Day,
  random: Random,
): DemonstrationPost[] => {
  const sergeants = teamRows.map(([teamCode]) => ({
    teamCode,
    allocations: equalShares(
      neighbourhoods.filter((neighbourhood) => neighbourhood.teamCode === teamCode).map(({ code }) => code),
    ),
  }));
  const rows = {
    sergeant: sergeants,
    pc: beatAllocations(neighbourhoods, establishment.pc, random),
    pcso: beatAllocations(neighbourhoods, establishment.pcso, random),
  };
  const numbered = new Map<string, number>();
  return (["sergeant", "pc", "pcso"] as const).flatMap((kind) =>
    rows[kind].map(({ teamCode, allocations }) => {
      const prefix = `${teamCode}-${labels[kind]}`;
      const number = (numbered.get(prefix) ?? 0) + 1;
      numbered.set(prefix, number);
      return {
        reference: kind === "sergeant" ? prefix : `${prefix}-${String(number).padStart(2, "0")}`,
        kind,
        teamCode,
        agencyCode: policeAgencyCode,
        ...fundingOf(kind, day, random),
        allocations,
        vacancy: null,
      };
    }),
  );
};
