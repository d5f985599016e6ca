import type { Day } from "#app/domain/team/day.ts";

import { financialYearEnd } from "./dates.ts";
import type { DemonstrationPost } from "./types.ts";

/** Community action network rangers and council wardens: partners' staff, outside the 374. */
const rows: readonly (readonly [
  reference: string,
  kind: "ranger" | "warden",
  teamCode: string,
  agencyCode: string,
  neighbourhoodCodes: readonly string[],
])[] = [
  ["BUX-RANGER-01", "ranger", "BUX", "high-peak", ["HP09", "HP10"]],
  ["GLO-RANGER-01", "ranger", "GLO", "high-peak", ["HP02", "HP04"]],
  ["BAK-RANGER-01", "ranger", "BAK", "derbyshire-dales", ["DD04", "DD08"]],
  ["RIP-WARDEN-01", "warden", "RIP", "amber-valley", ["AV05", "AV07"]],
  ["ILK-WARDEN-01", "warden", "ILK", "erewash", ["ER01", "ER02"]],
  ["CHE-WARDEN-01", "warden", "CHE", "chesterfield", ["CH01"]],
  ["SHI-RANGER-01", "ranger", "SHI", "bolsover", ["BO06", "BO09"]],
  ["CLO-RANGER-01", "ranger", "CLO", "bolsover", ["BO01", "BO04"]],
  ["DCC-WARDEN-01", "warden", "DCC", "derby", ["DC01"]],
  ["DSO-WARDEN-01", "warden", "DSO", "derby", ["DC07", "DC08"]],
  ["SWA-WARDEN-01", "warden", "SWA", "south-derbyshire", ["SD01", "SD02"]],
];

/** The partners' posts: time split evenly over one or two neighbourhoods, paid for to the end of a financial year. */
export const buildPartnerPosts = (day: Day): DemonstrationPost[] =>
  rows.map(([reference, kind, teamCode, agencyCode, neighbourhoodCodes], at) => ({
    reference,
    kind,
    teamCode,
    agencyCode,
    fundingSource: "partner",
    fundingEndsOn: financialYearEnd(day, at % 3),
    allocations: neighbourhoodCodes.map((neighbourhoodCode) => ({
      neighbourhoodCode,
      weight: 1 / neighbourhoodCodes.length,
    })),
    vacancy: null,
  }));
