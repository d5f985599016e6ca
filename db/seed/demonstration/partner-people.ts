import type { Role } from "#app/domain/access.ts";
import type { AreaKind } from "#app/domain/account/account.ts";
import { districts } from "./places/all.ts";

export type PartnerPerson = readonly [
  reference: string,
  role: Role,
  areaKind: AreaKind,
  areaCode: string | null,
  agencyCode: string,
];

const city = "E06000015";
const [amberValley, chesterfield, derbyshireDales, erewash] = [
  "E07000032",
  "E07000034",
  "E07000035",
  "E07000036",
];
// Their officers and chairs are among the first people of the demonstration.
const first = ["amber-valley", "derby"];

/** Who else of the partners a visitor may become: an officer and a chair of each council, and one of each agency that is often asked. */
export const partnerPeople: readonly PartnerPerson[] = [
  ...districts
    .filter(({ slug }) => !first.includes(slug))
    .flatMap(({ slug, code }): PartnerPerson[] => [
      [`partner-${slug}`, "partner", "partnership", code, slug],
      [`chair-${slug}`, "partnership-chair", "partnership", code, slug],
    ]),
  ["partner-amber-valley-youth", "partner", "partnership", amberValley, "amber-valley-youth"],
  ["partner-city-housing", "partner", "partnership", city, "city-housing"],
  ["partner-north-east-housing", "partner", "partnership", chesterfield, "north-east-housing"],
  ["partner-rural-housing", "partner", "partnership", derbyshireDales, "rural-housing"],
  ["partner-city-business", "partner", "partnership", city, "city-business"],
  ["partner-city-youth-justice", "partner", "partnership", city, "city-youth-justice"],
  ["partner-erewash-trust", "partner", "partnership", erewash, "erewash-trust"],
  ["partner-fire", "partner", "force", null, "fire"],
  ["partner-health", "partner", "force", null, "health"],
  ["partner-probation", "partner", "force", null, "probation"],
  ["partner-recovery", "partner", "force", null, "recovery"],
  ["partner-county-schools", "partner", "force", null, "county-schools"],
];
