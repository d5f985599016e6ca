/** What a concern is about. The first three are the national kinds of anti-social behaviour. */
export const concernCategories = [
  "asb-nuisance",
  "asb-personal",
  "asb-environmental",
  "speeding",
  "parking",
  "drugs",
  "theft-burglary",
  "damage",
  "shop-theft",
  "vehicle-crime",
  "off-road-bikes",
  "rural-wildlife",
  "alcohol",
  "hate-tension",
  "young-people",
  "police-visibility",
  "other",
] as const;
export type ConcernCategory = (typeof concernCategories)[number];

/** Somewhere else to go, shown beside the choice: `also` as well as raising it, `instead` of it. */
export type OtherDoor =
  { door: "asb-case-review"; how: "also" } | { door: "professional-standards"; how: "instead" };

interface CategoryWords {
  name: string;
  hint: string;
}

const caseReview: OtherDoor = { door: "asb-case-review", how: "also" };
const standards: OtherDoor = { door: "professional-standards", how: "instead" };

export const categoryWords: Readonly<Record<ConcernCategory, CategoryWords>> = {
  "asb-nuisance": {
    name: "Noise, rowdy or nuisance behaviour",
    hint: "Anti-social behaviour that troubles the whole street or area, such as shouting, loud parties or fireworks.",
  },
  "asb-personal": {
    name: "Behaviour aimed at a person or a household",
    hint: "Anti-social behaviour that picks on somebody. If you are being threatened, call the police.",
  },
  "asb-environmental": {
    name: "Litter, fly-tipping or a place that is spoilt",
    hint: "Anti-social behaviour that harms a place, such as rubbish, needles, dog mess or misuse of a park.",
  },
  speeding: {
    name: "Speeding and road safety",
    hint: "Fast or careless driving, dangerous crossings, e-scooters on the pavement.",
  },
  parking: { name: "Parking", hint: "Blocked pavements, driveways or junctions, parking outside schools." },
  drugs: {
    name: "Drug use or dealing in general",
    hint: "Where and when you notice it. If you know who is doing it, tell Crimestoppers instead.",
  },
  "theft-burglary": {
    name: "Theft and burglary",
    hint: "Worry about break-ins or thefts around here. If it happened to you, report it as a crime.",
  },
  damage: { name: "Damage and graffiti", hint: "Broken windows, bus shelters, fences, paint on walls." },
  "shop-theft": {
    name: "Theft from shops",
    hint: "Stealing from shops, or abuse of people who work in them.",
  },
  "vehicle-crime": { name: "Crime against vehicles", hint: "Cars, vans or bicycles broken into or taken." },
  "off-road-bikes": {
    name: "Off-road bikes and quad bikes",
    hint: "Riding on paths, parks, fields or pavements.",
  },
  "rural-wildlife": {
    name: "Countryside and wildlife crime",
    hint: "Theft from farms, poaching, hare coursing, harm to wild animals, sheep worrying.",
  },
  alcohol: {
    name: "Drinking in public places",
    hint: "Street drinking, trouble at closing time, under-age drinking.",
  },
  "hate-tension": {
    name: "Tension between groups, or hatred, in general",
    hint: "What you notice around here. If it was done to you or somebody you know, report it as a hate crime.",
  },
  "young-people": {
    name: "Young people’s safety",
    hint: "Places where young people do not feel safe, or have nowhere to go.",
  },
  "police-visibility": {
    name: "Seeing the police around here",
    hint: "How often you see your team, and how easy it is to reach them. This is not for complaints.",
  },
  other: {
    name: "Something else",
    hint: "Anything else that worries you about the place. To complain about the police there is another way.",
  },
};

const otherDoors: Partial<Readonly<Record<ConcernCategory, OtherDoor>>> = {
  "asb-nuisance": caseReview,
  "asb-personal": caseReview,
  "asb-environmental": caseReview,
  "police-visibility": standards,
  other: standards,
};

/** Where else a category may lead; null where it leads nowhere else. */
export const otherDoorOf = (category: ConcernCategory): OtherDoor | null => otherDoors[category] ?? null;

export const isAntiSocial = (category: ConcernCategory): boolean =>
  otherDoorOf(category)?.door === "asb-case-review";

/** Offered in the list with the categories, and never stored as a concern: the law has another way for it (Police Reform Act 2002, schedule 3). */
export const complaintChoice = {
  value: "complaint",
  name: "A complaint about the police",
  hint: "It goes to Professional Standards, or to the Independent Office for Police Conduct. We do not keep it here.",
  leadsTo: standards,
} as const;

/** An ASB case review is for three or more related reports in six months (Anti-social Behaviour, Crime and Policing Act 2014, section 104). */
export const caseReviewHint =
  "If you have reported anti-social behaviour three times or more in the last six months, you can ask your council for a case review.";
