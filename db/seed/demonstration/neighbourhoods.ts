import { slugOf } from "#app/domain/structure/slug.ts";

import { effortOf } from "./boundaries/effort.ts";
import { growBoundaries } from "./boundaries/grow.ts";
import { countyOutline } from "./county-outline.ts";
import { districts } from "./places/all.ts";
import type { NeighbourhoodFacts } from "./places/facts.ts";
import { sections, teamRows } from "./structure.ts";
import type { DemonstrationNeighbourhood } from "./types.ts";

const seedsOf = ({ places, anchors = [] }: NeighbourhoodFacts) => [
  ...places.map(([, , lng, lat]) => [lng, lat] as const),
  ...anchors,
];

const sectionOfTeam = new Map(teamRows.map(([code, , sectionCode]) => [code, sectionCode]));
const bcuOfSection = new Map(sections.map(({ code, bcuCode }) => [code, bcuCode]));

/** Where a neighbourhood stands in the force. Throws when its team is not among the typed teams. */
const standingOf = (teamCode: string) => {
  const sectionCode = sectionOfTeam.get(teamCode) ?? "";
  const bcuCode = bcuOfSection.get(sectionCode);
  if (bcuCode === undefined) throw new Error(`Demonstration team ${teamCode} stands in no section.`);
  return { teamCode, sectionCode, bcuCode };
};

/** The 103 neighbourhoods with their boundaries grown, in district and code order. */
export const buildNeighbourhoods = (): DemonstrationNeighbourhood[] => {
  const facts = districts.flatMap(({ code, neighbourhoods }) =>
    neighbourhoods.map((neighbourhood) => ({ partnershipCode: code, neighbourhood })),
  );
  const claimants = facts.map(({ neighbourhood }) => ({
    seeds: seedsOf(neighbourhood),
    effort: effortOf[neighbourhood.urbanRural],
  }));
  const geometries = growBoundaries(countyOutline, claimants);
  return geometries.flatMap((geometry, at) => {
    const row = facts[at];
    if (row === undefined) return [];
    const { partnershipCode, neighbourhood } = row;
    const { code, name, description, urbanRural, teamCode, postcodes } = neighbourhood;
    return {
      code,
      slug: slugOf(name),
      name,
      description,
      urbanRural,
      ...standingOf(teamCode),
      partnershipCode,
      baseCode: `${teamCode}-BASE`,
      seeds: seedsOf(neighbourhood),
      geometry,
      recordedPostcodes: postcodes.map(([postcode, building]) => ({ postcode, building })),
    };
  });
};
