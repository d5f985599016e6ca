import { slugOf } from "#app/domain/structure/slug.ts";
import { londonDay } from "#app/domain/team/day.ts";

import { buildAccounts } from "./accounts.ts";
import { agencies } from "./agencies.ts";
import { baseRows } from "./bases.ts";
import { buildNeighbourhoods } from "./neighbourhoods.ts";
import { outwardCodes } from "./outward-codes.ts";
import { buildPartnerPosts } from "./partner-posts.ts";
import { buildStaff } from "./people/staff.ts";
import { districts } from "./places/all.ts";
import { buildPosts } from "./posts.ts";
import { createRandom } from "./random.ts";
import { bcus, sections, teamRows } from "./structure.ts";
import type {
  DemonstrationForce,
  DemonstrationNeighbourhood,
  DemonstrationPlace,
  DemonstrationTeam,
} from "./types.ts";
import { leaveSomeVacant } from "./vacancies.ts";

// Any number would do; it is fixed so that every installation shows the same force.
const seed = 103;

const buildTeams = (neighbourhoods: readonly DemonstrationNeighbourhood[]): DemonstrationTeam[] =>
  teamRows.map(([code, name, sectionCode]) => ({
    code,
    name,
    sectionCode,
    partnershipCode: neighbourhoods.find(({ teamCode }) => teamCode === code)?.partnershipCode ?? "",
    email: `${slugOf(name)}.snt@demonstration.example`,
    telephone: "101",
  }));

const buildPlaces = (): DemonstrationPlace[] =>
  districts.flatMap((district) =>
    district.neighbourhoods.flatMap(({ code, places }) =>
      places.map(([name, kind, lng, lat]) => ({
        name,
        kind,
        lng,
        lat,
        partnershipCode: district.code,
        neighbourhoodCode: code,
      })),
    ),
  );

const codesOfTeam = (neighbourhoods: readonly DemonstrationNeighbourhood[], teamCode: string): string[] =>
  neighbourhoods.filter((neighbourhood) => neighbourhood.teamCode === teamCode).map(({ code }) => code);

/**
 * Builds the demonstration force: real place names, illustrative boundaries, fictional people. Pure: the same
 * London day gives the same force; no date in it depends on anything else.
 */
export const buildDemonstrationForce = (today: Date): DemonstrationForce => {
  const day = londonDay(today);
  const random = createRandom(seed);
  const neighbourhoods = buildNeighbourhoods();
  const policePosts = leaveSomeVacant(buildPosts(neighbourhoods, day, random), day, random);
  const posts = [...policePosts, ...buildPartnerPosts(day)];
  const staff = buildStaff(posts, day, random);
  return {
    force: {
      slug: "derbyshire",
      name: "Derbyshire Constabulary",
      shortName: "Derbyshire",
      oversightBodyName: "Police and Crime Commissioner for Derbyshire",
      website: "https://www.derbyshire.police.uk/",
      telephone: "101",
      isDemonstration: true,
    },
    bcus,
    sections,
    partnerships: districts.map(({ code, name, slug, councilName }) => ({ code, name, slug, councilName })),
    teams: buildTeams(neighbourhoods),
    neighbourhoods,
    outwards: outwardCodes.map(([outward, codes]) => ({ outward, neighbourhoodCodes: codes.split(" ") })),
    places: buildPlaces(),
    agencies,
    posts,
    ...staff,
    bases: baseRows.map(({ teamCode, ...base }) => ({
      ...base,
      neighbourhoodCodes: codesOfTeam(neighbourhoods, teamCode),
    })),
    accounts: buildAccounts(
      staff.people,
      posts,
      staff.holdings,
      neighbourhoods.map(({ code }) => code),
    ),
  };
};
