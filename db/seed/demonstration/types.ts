import type { Polygon } from "geojson";

import type { AgencyKind } from "#app/domain/agency/agency.ts";
import type { PlaceKind } from "#app/domain/place/place.ts";
import type { UrbanRural } from "#app/domain/structure/structure.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { FundingSource, HoldingKind, PostKind } from "#app/domain/team/team.ts";
import type { LngLat } from "#geo/types.ts";
import type { DemonstrationAccount } from "./accounts.ts";

export interface DemonstrationBcu {
  readonly code: string;
  readonly name: string;
}

export interface DemonstrationSection {
  readonly code: string;
  readonly name: string;
  readonly bcuCode: string;
}

/** A community safety partnership; its code is the GSS code of its district. */
export interface DemonstrationPartnership {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly councilName: string;
}

export interface DemonstrationTeam {
  readonly code: string;
  readonly name: string;
  readonly sectionCode: string;
  readonly partnershipCode: string;
  readonly email: string;
  readonly telephone: string;
}

/** A postcode known to lie in a neighbourhood; the public building there, where a page read names it. */
export interface RecordedPostcode {
  readonly postcode: string;
  readonly building: string | null;
}

export interface DemonstrationNeighbourhood {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly urbanRural: UrbanRural;
  readonly bcuCode: string;
  readonly sectionCode: string;
  readonly partnershipCode: string;
  readonly teamCode: string;
  readonly baseCode: string;
  readonly seeds: readonly LngLat[];
  /** Illustrative boundary, WGS84 longitude, latitude to five decimals; it agrees with no authority's. */
  readonly geometry: Polygon;
  readonly recordedPostcodes: readonly RecordedPostcode[];
}

export interface DemonstrationOutward {
  readonly outward: string;
  readonly neighbourhoodCodes: readonly string[];
}

/** A named place; position in WGS84 degrees rounded to 0.01. */
export interface DemonstrationPlace {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly lng: number;
  readonly lat: number;
  readonly partnershipCode: string;
  readonly neighbourhoodCode: string;
}

export interface DemonstrationAgency {
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** The partnerships it sits on, by GSS code. */
  readonly partnershipCodes: readonly string[];
}

/** The share of a post's time that belongs to a neighbourhood: 0 to 1, a post's shares summing to 1. */
export interface Allocation {
  readonly neighbourhoodCode: string;
  readonly weight: number;
}

export interface Vacancy {
  /** The first day nobody held the post. */
  readonly since: Day;
  readonly reason: string;
  /** In words that finish "covered by …". */
  readonly coverPlan: string | null;
  /** The post whose holder covers this one. */
  readonly coveredByPostReference: string | null;
  readonly expectedFillOn: Day | null;
}

export interface DemonstrationPost {
  readonly reference: string;
  readonly kind: PostKind;
  readonly teamCode: string;
  readonly agencyCode: string;
  readonly fundingSource: FundingSource;
  readonly fundingEndsOn: Day | null;
  readonly allocations: readonly Allocation[];
  readonly vacancy: Vacancy | null;
}

/** A fictional person. The given name is internal: the public sees rank and surname. */
export interface DemonstrationPerson {
  readonly reference: string;
  readonly givenName: string;
  readonly surname: string;
}

/** Who holds a post and when, the last day included; `to` is null while it lasts. A cover holding lends another post's holder. */
export interface DemonstrationHolding {
  readonly postReference: string;
  readonly personReference: string;
  readonly kind: HoldingKind;
  readonly from: Day;
  readonly to: Day | null;
  readonly publicNameOk: boolean;
  readonly photoOk: boolean;
}

export interface DemonstrationBase {
  readonly code: string;
  readonly name: string;
  /** Town level only: no real building is claimed. */
  readonly address: string;
  readonly isPublic: boolean;
  readonly openingHours: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly neighbourhoodCodes: readonly string[];
  readonly sharedWith: string | null;
}

export interface DemonstrationForce {
  readonly force: {
    readonly slug: string;
    readonly name: string;
    readonly shortName: string;
    readonly oversightBodyName: string;
    readonly website: string;
    readonly telephone: string;
    readonly isDemonstration: true;
  };
  readonly bcus: readonly DemonstrationBcu[];
  readonly sections: readonly DemonstrationSection[];
  readonly partnerships: readonly DemonstrationPartnership[];
  readonly teams: readonly DemonstrationTeam[];
  readonly neighbourhoods: readonly DemonstrationNeighbourhood[];
  readonly outwards: readonly DemonstrationOutward[];
  readonly places: readonly DemonstrationPlace[];
  readonly agencies: readonly DemonstrationAgency[];
  readonly posts: readonly DemonstrationPost[];
  readonly people: readonly DemonstrationPerson[];
  readonly holdings: readonly DemonstrationHolding[];
  readonly bases: readonly DemonstrationBase[];
  readonly accounts: readonly DemonstrationAccount[];
}
