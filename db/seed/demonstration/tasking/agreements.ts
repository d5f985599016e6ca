import type { Gateway } from "#app/domain/agreement/agreement.ts";
import { agencies } from "../agencies.ts";
import { districts } from "../places/all.ts";

/** An information-sharing agreement of the demonstration; its days are counted from today. */
export interface ToldAgreement {
  readonly code: string;
  readonly title: string;
  /** The GSS code of its partnership; null for the whole force. */
  readonly partnershipCode: string | null;
  readonly gateway: Gateway;
  readonly agencyCodes: readonly string[];
  readonly standing:
    | { readonly kind: "signed"; readonly reviewIn: number }
    | { readonly kind: "draft" }
    | { readonly kind: "terminated"; readonly daysAgo: number; readonly reason: string };
}

// Those that visitors open first hold longest; one is due within a month.
const reviewIn: Readonly<Record<string, number>> = {
  "amber-valley": 310,
  derby: 330,
  bolsover: 190,
  chesterfield: 250,
  "derbyshire-dales": 24,
  erewash: 120,
  "high-peak": 85,
  "north-east-derbyshire": 280,
  "south-derbyshire": 150,
};

// Each has an agreement of its own below, and shares nothing under its partnership's.
const apart = ["erewash-trust", "market-traders", "transport"];

/** Who shares what is of the whole force, or of a BCU: bodies whose work has no district. */
const ofTheForce = [
  "police",
  "derbyshire-county",
  "derby",
  "fire",
  "health",
  "mental-health",
  "ambulance",
  "probation",
  "county-youth-justice",
  "city-youth-justice",
];

const ofPartnerships = districts.map(({ code, slug, name }): ToldAgreement => ({
  code: slug,
  title: `Joint tasking in ${name}`,
  partnershipCode: code,
  gateway: "crime-and-disorder-115",
  agencyCodes: agencies
    .filter((agency) => agency.partnershipCodes.includes(code) && !apart.includes(agency.code))
    .map((agency) => agency.code),
  standing: { kind: "signed", reviewIn: reviewIn[slug] ?? 200 },
}));

/** Every agreement of the demonstration: live ones, and one each that lapsed, was never signed and was ended. */
export const toldAgreements: readonly ToldAgreement[] = [
  ...ofPartnerships,
  {
    code: "force",
    title: "Joint strategic and tactical tasking",
    partnershipCode: null,
    gateway: "crime-and-disorder-115",
    agencyCodes: ofTheForce,
    standing: { kind: "signed", reviewIn: 220 },
  },
  {
    code: "erewash-trust",
    title: "Youth work of the community trust in Erewash",
    partnershipCode: "E07000036",
    gateway: "crime-and-disorder-115",
    agencyCodes: ["police", "erewash", "erewash-trust"],
    standing: { kind: "signed", reviewIn: -21 },
  },
  {
    code: "transport",
    title: "Counts of incidents on buses and at stations",
    partnershipCode: null,
    gateway: "crime-and-disorder-17a",
    agencyCodes: ["police", "derbyshire-county", "derby", "transport"],
    standing: { kind: "draft" },
  },
  {
    code: "market-traders",
    title: "Thefts from market stalls in Chesterfield",
    partnershipCode: "E07000034",
    gateway: "crime-and-disorder-115",
    agencyCodes: ["police", "chesterfield", "market-traders"],
    standing: {
      kind: "terminated",
      daysAgo: 140,
      reason: "The association works through the council’s market office since the spring.",
    },
  },
];
