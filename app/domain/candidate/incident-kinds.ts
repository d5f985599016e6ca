import type { ConcernCategory } from "#app/domain/concern/categories.ts";

const antiSocial = "Anti-social behaviour";
const damage = "Criminal damage and arson";
const violence = "Violence and sexual offences";
const order = "Public order";
const weapons = "Possession of weapons";
const cycles = "Bicycle theft";
const otherTheft = "Other theft";

/** The kinds of data.police.uk that tell something of a category; none where what is recorded does not. */
export const incidentKinds: Readonly<Record<ConcernCategory, readonly string[]>> = {
  "asb-nuisance": [antiSocial],
  "asb-personal": [antiSocial, order],
  "asb-environmental": [antiSocial, damage],
  speeding: [],
  parking: [],
  drugs: ["Drugs"],
  "theft-burglary": ["Burglary", "Theft from the person", "Robbery", otherTheft],
  damage: [damage],
  "shop-theft": ["Shoplifting"],
  "vehicle-crime": ["Vehicle crime", cycles],
  "off-road-bikes": [antiSocial],
  "rural-wildlife": [otherTheft, "Other crime"],
  alcohol: [antiSocial, order, violence],
  "hate-tension": [order, violence],
  "young-people": [antiSocial, violence, weapons],
  "police-visibility": [],
  other: [],
};
