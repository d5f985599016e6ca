import type { AgencyKind } from "#app/domain/agency/agency.ts";
import type { Day } from "./day.ts";
import type { FundingSource, HoldingKind, PostKind } from "./team.ts";

/** Where a fact stood in the file it came from; lines count from 1. */
interface OnLine {
  line: number;
}

export interface PostFact extends OnLine {
  reference: string;
  kind: PostKind;
  teamCode: string;
  agencyCode: string;
  /** Name and kind are needed once, where the agency is not known yet. */
  agencyName: string | null;
  agencyKind: AgencyKind | null;
  fullTimeEquivalent: number;
  fundingSource: FundingSource;
  fundingEndsOn: Day | null;
  coverPlan: string | null;
  vacancyReason: string | null;
}

/** The share of a post's time that a neighbourhood gets, above 0 and at most 1. */
export interface AllocationFact extends OnLine {
  postReference: string;
  neighbourhoodCode: string;
  weight: number;
}

export interface HoldingFact extends OnLine {
  postReference: string;
  personReference: string;
  surname: string;
  kind: HoldingKind;
  heldFrom: Day;
  /** The last day, included. */
  heldTo: Day | null;
  publicNameOk: boolean;
  photoOk: boolean;
}

export interface ContactFact extends OnLine {
  neighbourhoodCodes: readonly string[];
  email: string | null;
  telephone: string | null;
  website: string | null;
}

export interface BaseFact extends OnLine {
  code: string;
  name: string;
  address: string;
  postcode: string | null;
  /** WGS84 degrees; both or neither. */
  lng: number | null;
  lat: number | null;
  isPublic: boolean;
  openingHours: string | null;
  sharedWith: string | null;
  neighbourhoodCodes: readonly string[];
}

/** All that one teams file says. */
export interface TeamsFile {
  posts: readonly PostFact[];
  allocations: readonly AllocationFact[];
  holdings: readonly HoldingFact[];
  contacts: readonly ContactFact[];
  bases: readonly BaseFact[];
}

/** What a teams file is checked against: the structure in force, and the agencies met before. */
export interface KnownToTeams {
  teamCodes: ReadonlySet<string>;
  /** Neighbourhood code → code of the team it is placed with. */
  teamOfNeighbourhood: ReadonlyMap<string, string>;
  agencies: ReadonlyMap<string, { name: string; kind: AgencyKind }>;
}
