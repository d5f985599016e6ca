import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { alcohol } from "./alcohol.ts";
import { asbEnvironmental } from "./asb-environmental.ts";
import { asbNuisance } from "./asb-nuisance.ts";
import { damage } from "./damage.ts";
import { drugs } from "./drugs.ts";
import { hateTension } from "./hate-tension.ts";
import { offRoadBikes } from "./off-road-bikes.ts";
import { parking } from "./parking.ts";
import { policeVisibility } from "./police-visibility.ts";
import type { Problem } from "./problem.ts";
import { ruralWildlife } from "./rural-wildlife.ts";
import { shopTheft } from "./shop-theft.ts";
import { speeding } from "./speeding.ts";
import { theftBurglary } from "./theft-burglary.ts";
import { vehicleCrime } from "./vehicle-crime.ts";
import { youngPeople } from "./young-people.ts";

export const problems: readonly Problem[] = [
  speeding,
  offRoadBikes,
  asbNuisance,
  drugs,
  parking,
  asbEnvironmental,
  damage,
  theftBurglary,
  ruralWildlife,
  shopTheft,
  youngPeople,
  alcohol,
  policeVisibility,
  vehicleCrime,
  hateTension,
];

const byCategory = new Map(problems.map((problem) => [problem.category, problem]));

/** The problem of a category. Throws where the bank has none: every theme of the history has one. */
export function problemOf(category: ConcernCategory): Problem {
  const problem = byCategory.get(category);
  if (problem === undefined) throw new Error(`The demonstration has no problem of “${category}”.`);
  return problem;
}
