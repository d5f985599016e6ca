import { z } from "zod";
import { urbanRural } from "#app/domain/structure/structure.ts";
import type { StructureRow } from "#app/domain/structure/structure-file.ts";
import { code, districtCode, words } from "#app/services/csv/fields.server.ts";
import type { CsvColumns } from "#app/services/csv/read-csv.server.ts";

export const structureColumns: CsvColumns = {
  required: [
    "neighbourhood_code",
    "bcu_code",
    "bcu_name",
    "section_code",
    "section_name",
    "partnership_code",
    "partnership_name",
    "team_code",
    "team_name",
  ],
  optional: ["neighbourhood_name", "urban_rural"],
  onUnknown: "ignore",
};

/** A row of a structure file, from its cells. */
export const structureRow: z.ZodType<Omit<StructureRow, "line">> = z
  .object({
    neighbourhood_code: code,
    neighbourhood_name: words.optional(),
    bcu_code: code,
    bcu_name: words,
    section_code: code,
    section_name: words,
    partnership_code: districtCode,
    partnership_name: words,
    team_code: code,
    team_name: words,
    urban_rural: z.enum(urbanRural).optional(),
  })
  .transform((row) => ({
    neighbourhoodCode: row.neighbourhood_code,
    neighbourhoodName: row.neighbourhood_name ?? null,
    bcuCode: row.bcu_code,
    bcuName: row.bcu_name,
    sectionCode: row.section_code,
    sectionName: row.section_name,
    partnershipCode: row.partnership_code,
    partnershipName: row.partnership_name,
    teamCode: row.team_code,
    teamName: row.team_name,
    urbanRural: row.urban_rural ?? null,
  }));

/** An example file, line by line. */
export const structureTemplate: readonly string[] = [
  "# The structure of the force: one row for each neighbourhood. Lines that begin with # are left out.",
  "# Required: every column but neighbourhood_name and urban_rural. A code has no spaces.",
  "# neighbourhood_code: as in the boundaries. neighbourhood_name: only used while no boundaries are loaded.",
  "# A section is in one BCU, a team is in one section; a code has the same name on every row.",
  "# partnership_code: the GSS code of the council district, such as E07000037.",
  `# urban_rural: ${urbanRural.join(", ")}, or empty.`,
  "neighbourhood_code,neighbourhood_name,bcu_code,bcu_name,section_code,section_name,partnership_code,partnership_name,team_code,team_name,urban_rural",
  "HP01,Northgate,B,Northern BCU,B1,High Peak section,E07000037,High Peak Community Safety Partnership,T01,Northgate and Moorside SNT,town",
  'HP02,"Moorside, Upper and Lower",B,Northern BCU,B1,High Peak section,E07000037,High Peak Community Safety Partnership,T01,Northgate and Moorside SNT,rural',
];
