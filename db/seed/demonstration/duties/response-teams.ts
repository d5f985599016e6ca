import { seedId } from "#db/seed/seed-id.ts";
import { bcus } from "../structure.ts";

export interface ToldResponseTeam {
  code: string;
  name: string;
  minimum: number;
  bcuCode: string;
}

const turns = ["1", "2", "3"] as const;
// A city's teams are larger than those of the hills.
const minimums: Readonly<Record<string, number>> = { A: 9, B: 7, C: 10, D: 14 };

/** Three response teams in each command unit. */
export const responseTeams: readonly ToldResponseTeam[] = bcus.flatMap(({ code, name }) =>
  turns.map((turn, at) => ({
    code: `${code}-R${turn}`,
    name: `${name} response ${turn}`,
    minimum: (minimums[code] ?? 8) + (at === 2 ? 1 : 0),
    bcuCode: code,
  })),
);

/** The response team whose shortfall causes most of a team's abstractions. */
export const causeOf: Readonly<Record<string, string>> = {
  CHE: "C-R2",
  DCC: "D-R3",
  DEA: "D-R3",
  SWA: "D-R1",
  ILK: "A-R2",
};

export const responseTeamId = (code: string) => seedId("response-team", code);
