import { ageBands, type AgeBand } from "#app/domain/account/account.ts";
import type { UrbanRural } from "./structure.ts";

/** Where one neighbourhood stands in the force, as a structure file says it; lines count from 1. */
export interface StructureRow {
  line: number;
  neighbourhoodCode: string;
  /** Only for a neighbourhood met for the first time, while no boundaries name it. */
  neighbourhoodName: string | null;
  bcuCode: string;
  bcuName: string;
  sectionCode: string;
  sectionName: string;
  /** GSS code of the council district. */
  partnershipCode: string;
  partnershipName: string;
  teamCode: string;
  teamName: string;
  urbanRural: UrbanRural | null;
  /** How many residents of each age band there are, where the force knows. */
  residents: Readonly<Record<AgeBand, number>> | null;
}

/** Everything a placement says under its neighbourhood's code, in one text for `changesBetween`. */
export const placementText = (
  row: Pick<
    StructureRow,
    "bcuCode" | "sectionCode" | "partnershipCode" | "teamCode" | "urbanRural" | "residents"
  >,
): string =>
  `BCU ${row.bcuCode}, section ${row.sectionCode}, partnership ${row.partnershipCode}, team ${row.teamCode}, ${row.urbanRural ?? "urban or rural not said"}${residentsText(row.residents)}`;

const residentsText = (residents: StructureRow["residents"]) =>
  residents === null
    ? ""
    : `, residents ${ageBands.map((band) => `${residents[band]} aged ${band}`).join(", ")}`;
