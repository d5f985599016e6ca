import { districts } from "./places/all.ts";
import type { DemonstrationAgency } from "./types.ts";

const everywhere = districts.map(({ code }) => code);
const derbyOnly = ["E06000015"];
const county = everywhere.filter((code) => !derbyOnly.includes(code));

/** The code of the force itself among the agencies. */
export const policeAgencyCode = "police";

/** The agencies that sit on the partnerships: the real public bodies by name, the rest by what they do. */
export const agencies: readonly DemonstrationAgency[] = [
  { code: policeAgencyCode, name: "Derbyshire Constabulary", kind: "police", partnershipCodes: everywhere },
  { code: "derbyshire-county", name: "Derbyshire County Council", kind: "county", partnershipCodes: county },
  ...districts.map(({ code, slug, councilName }): DemonstrationAgency => ({
    code: slug,
    name: councilName,
    kind: "district",
    partnershipCodes: [code],
  })),
  { code: "fire", name: "Fire and rescue service", kind: "fire", partnershipCodes: everywhere },
  { code: "health", name: "Local health service", kind: "health", partnershipCodes: everywhere },
  {
    code: "county-housing",
    name: "Housing associations of the county",
    kind: "housing",
    partnershipCodes: county,
  },
  {
    code: "city-housing",
    name: "Housing associations of the city",
    kind: "housing",
    partnershipCodes: derbyOnly,
  },
];
