import type { Asked } from "./menu-task.ts";
import type { ToldGroup } from "./groups.ts";

const northEast = ["bolsover", "chesterfield", "north-east-derbyshire"];
const rural = ["derbyshire-dales", "high-peak"];
const city = "derby";

const housingOf = (slug: string) =>
  slug === city
    ? "city-housing"
    : northEast.includes(slug)
      ? "north-east-housing"
      : rural.includes(slug)
        ? "rural-housing"
        : "county-housing";

const youthOf = (slug: string) =>
  slug === city ? "city-youth-justice" : slug === "amber-valley" ? "amber-valley-youth" : "county-youth-work";

/** The code of the agency that a group asks; every one of them is party to the agreement that covers it. */
export function agencyAsked({ slug }: Pick<ToldGroup, "slug">, by: Asked): string {
  if (slug === null)
    return by === "fire" || by === "health" ? by : by === "police" ? by : "derbyshire-county";
  switch (by) {
    case "police":
    case "fire":
    case "health":
    case "recovery":
      return by;
    case "council":
      return slug;
    case "county":
      return slug === city ? city : "derbyshire-county";
    case "housing":
      return housingOf(slug);
    case "youth":
      return youthOf(slug);
    case "schools":
      return slug === city ? "city-schools" : "county-schools";
    case "business":
      return slug === city ? "city-business" : slug;
  }
}
