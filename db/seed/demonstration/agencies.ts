import { districts } from "./places/all.ts";
import type { DemonstrationAgency } from "./types.ts";

const everywhere = districts.map(({ code }) => code);
const derbyOnly = ["E06000015"];
const county = everywhere.filter((code) => !derbyOnly.includes(code));
const [amberValley, chesterfield, erewash] = ["E07000032", "E07000034", "E07000036"];
const northEast = ["E07000033", chesterfield, "E07000038"];
const peak = ["E07000035", "E07000037"];

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
  {
    code: "north-east-housing",
    name: "Housing provider of the north-east",
    kind: "housing",
    partnershipCodes: northEast,
  },
  { code: "rural-housing", name: "Rural housing association", kind: "housing", partnershipCodes: peak },
  { code: "probation", name: "Probation service", kind: "probation", partnershipCodes: everywhere },
  {
    code: "county-youth-justice",
    name: "Youth justice service of the county",
    kind: "youth justice",
    partnershipCodes: county,
  },
  {
    code: "city-youth-justice",
    name: "Youth justice service of the city",
    kind: "youth justice",
    partnershipCodes: derbyOnly,
  },
  {
    code: "county-schools",
    name: "Schools partnership of the county",
    kind: "education",
    partnershipCodes: county,
  },
  {
    code: "city-schools",
    name: "Schools partnership of the city",
    kind: "education",
    partnershipCodes: derbyOnly,
  },
  {
    code: "university",
    name: "Student services of the university",
    kind: "education",
    partnershipCodes: derbyOnly,
  },
  { code: "mental-health", name: "Mental health service", kind: "health", partnershipCodes: everywhere },
  { code: "ambulance", name: "Ambulance service", kind: "health", partnershipCodes: everywhere },
  {
    code: "recovery",
    name: "Drug and alcohol recovery service",
    kind: "health",
    partnershipCodes: everywhere,
  },
  {
    code: "amber-valley-youth",
    name: "Amber Valley youth work project",
    kind: "voluntary",
    partnershipCodes: [amberValley],
  },
  {
    code: "county-youth-work",
    name: "Youth work charity of the county",
    kind: "voluntary",
    partnershipCodes: county.filter((code) => code !== amberValley),
  },
  {
    code: "city-outreach",
    name: "Street outreach charity of the city",
    kind: "voluntary",
    partnershipCodes: derbyOnly,
  },
  {
    code: "erewash-trust",
    name: "Community trust of Erewash",
    kind: "voluntary",
    partnershipCodes: [erewash],
  },
  {
    code: "city-business",
    name: "Business crime partnership of the city",
    kind: "business",
    partnershipCodes: derbyOnly,
  },
  {
    code: "market-traders",
    name: "Market traders’ association of Chesterfield",
    kind: "business",
    partnershipCodes: [chesterfield],
  },
  { code: "transport", name: "Bus and rail operators", kind: "business", partnershipCodes: everywhere },
];
