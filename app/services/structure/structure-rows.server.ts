import { z } from "zod";
import { urbanRural } from "#app/domain/structure/structure.ts";
import type { StructureRow } from "#app/domain/structure/structure-file.ts";
import { code, districtCode, words } from "#app/services/csv/fields.server.ts";
import type { CsvColumns } from "#app/services/csv/read-csv.server.ts";

const residentsColumns = ["residents_13_15", "residents_16_17", "residents_18_plus"] as const;

// More than any neighbourhood has: a figure beyond it is another column's.
const mostResidents = 2_000_000;
const residents = z
  .string()
  .regex(/^\d+$/, { error: "write a whole number, with digits only" })
  .transform(Number)
  .refine((count) => count <= mostResidents, { error: "is more than a neighbourhood has" })
  .optional();

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
  optional: ["neighbourhood_name", "urban_rural", ...residentsColumns],
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
    residents_13_15: residents,
    residents_16_17: residents,
    residents_18_plus: residents,
  })
  .superRefine((row, context) => {
    const missing = residentsColumns.filter((column) => row[column] === undefined);
    if (missing.length === 0 || missing.length === residentsColumns.length) return;
    for (const column of missing)
      context.addIssue({ code: "custom", path: [column], message: "is needed beside the other ages" });
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
    residents: residentsOf(row.residents_13_15, row.residents_16_17, row.residents_18_plus),
  }));

const residentsOf = (
  from13: number | undefined,
  from16: number | undefined,
  from18: number | undefined,
): StructureRow["residents"] =>
  from13 === undefined || from16 === undefined || from18 === undefined
    ? null
    : { "13-15": from13, "16-17": from16, "18+": from18 };

/** An example file, line by line. */
export const structureTemplate: readonly string[] = [
  "# The structure of the force: one row for each neighbourhood. Lines that begin with # are left out.",
  "# Required: every column but neighbourhood_name, urban_rural and the residents. A code has no spaces.",
  "# neighbourhood_code: as in the boundaries. neighbourhood_name: only used while no boundaries are loaded.",
  "# A section is in one BCU, a team is in one section; a code has the same name on every row.",
  "# partnership_code: the GSS code of the council district, such as E07000037.",
  `# urban_rural: ${urbanRural.join(", ")}, or empty.`,
  "# residents_13_15, residents_16_17, residents_18_plus: how many live there, all three or none; from the census.",
  "neighbourhood_code,neighbourhood_name,bcu_code,bcu_name,section_code,section_name,partnership_code,partnership_name,team_code,team_name,urban_rural,residents_13_15,residents_16_17,residents_18_plus",
  "HP01,Northgate,B,Northern BCU,B1,High Peak section,E07000037,High Peak Community Safety Partnership,T01,Northgate and Moorside SNT,town,310,205,6120",
  'HP02,"Moorside, Upper and Lower",B,Northern BCU,B1,High Peak section,E07000037,High Peak Community Safety Partnership,T01,Northgate and Moorside SNT,rural,,,',
];
