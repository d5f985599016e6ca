import { districts } from "../places/all.ts";

interface AgencyLead {
  readonly agencyCode: string;
  readonly reference: string;
}

/** Who hears when an agency's actions are late: a council's chair, the one person of a smaller agency, a commander. */
export const agencyLeads: readonly AgencyLead[] = [
  ...districts.map(({ slug }) => ({ agencyCode: slug, reference: `chair-${slug}` })),
  { agencyCode: "police", reference: "chief-officer" },
  { agencyCode: "derbyshire-county", reference: "partner-county" },
  { agencyCode: "county-housing", reference: "partner-housing" },
  ...[
    "amber-valley-youth",
    "city-housing",
    "north-east-housing",
    "rural-housing",
    "city-business",
    "city-youth-justice",
    "erewash-trust",
    "fire",
    "health",
    "probation",
    "recovery",
    "county-schools",
  ].map((agencyCode) => ({ agencyCode, reference: `partner-${agencyCode}` })),
];
