import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import { bcus, sections } from "../structure.ts";

/** A seat in a group: whose account, for which agency, in which position. The first chairs, the second is the deputy. */
export interface Seat {
  readonly reference: string;
  readonly agencyCode: string;
  readonly position: string;
}

const seat = (reference: string, agencyCode: string, position: string): Seat => ({
  reference,
  agencyCode,
  position,
});
const officer = (reference: string, position: string) => seat(reference, "police", position);

const fire = seat("partner-fire", "fire", "Community safety manager of the fire service");
const health = seat("partner-health", "health", "Public health manager");
const probation = seat("partner-probation", "probation", "Senior probation officer");
const county = seat("partner-county", "derbyshire-county", "Community safety manager of the county");
const recovery = seat("partner-recovery", "recovery", "Service manager");
const schools = seat("partner-county-schools", "county-schools", "Schools liaison officer");
const citySeats = [
  seat("partner-city-housing", "city-housing", "Housing manager"),
  seat("partner-city-business", "city-business", "Manager of the business crime partnership"),
  seat("partner-city-youth-justice", "city-youth-justice", "Prevention worker"),
  probation,
  recovery,
];
const northEast = seat("partner-north-east-housing", "north-east-housing", "Tenancy manager");
const rural = seat("partner-rural-housing", "rural-housing", "Neighbourhood officer");
const countyHousing = seat("partner-housing", "county-housing", "Housing officer");

/** Who else sits in the group of a district, besides its council, the county and the fire service. */
const more: Readonly<Record<string, readonly Seat[]>> = {
  "amber-valley": [
    countyHousing,
    seat("partner-amber-valley-youth", "amber-valley-youth", "Youth worker"),
    schools,
  ],
  bolsover: [northEast],
  chesterfield: [northEast, probation, recovery],
  derby: citySeats,
  "derbyshire-dales": [rural],
  erewash: [countyHousing, recovery],
  "high-peak": [rural, schools],
  "north-east-derbyshire": [northEast, probation],
  "south-derbyshire": [countyHousing],
};

interface Of {
  level: TaskingLevel;
  slug?: string;
  sectionCode?: string | undefined;
  bcuCode?: string;
}

/** The seats of a group, whoever works in its neighbourhoods apart. */
export function seatsOf({ level, slug = "", sectionCode = "", bcuCode = "" }: Of): readonly Seat[] {
  switch (level) {
    case "local":
      return [
        seat(`chair-${slug}`, slug, "Head of community safety"),
        officer(`inspector-${sectionCode}`, "Section inspector"),
        seat(`partner-${slug}`, slug, "Community safety officer"),
        ...(slug === "derby" ? [] : [county]),
        fire,
        ...(more[slug] ?? []),
      ];
    case "tactical":
      return [
        officer(`commander-${bcuCode}`, "BCU commander"),
        ...sections
          .filter((section) => section.bcuCode === bcuCode)
          .map(({ code }) => officer(`inspector-${code}`, "Section inspector")),
        officer(`analyst-${bcuCode}`, "BCU analyst"),
        county,
        fire,
        health,
      ];
    case "strategic":
      return [
        officer("chief-officer", "Assistant chief constable"),
        ...bcus.map(({ code }) => officer(`commander-${code}`, "BCU commander")),
        seat("partner-derby", "derby", "Community safety manager of the city"),
        county,
        fire,
        health,
        probation,
      ];
    case "delivery":
      return [
        officer("chief-officer", "Assistant chief constable"),
        ...bcus.map(({ code }) => officer(`commander-${code}`, "BCU commander")),
        officer("training", "Head of training"),
        officer("communications-A", "Communication officer"),
      ];
    case "board":
      return [
        seat("chair-derby", "derby", "Chair of the partnership"),
        officer("chief-officer", "Assistant chief constable"),
        county,
        health,
        probation,
        officer("oversight", "Member of the oversight body"),
      ];
  }
}
