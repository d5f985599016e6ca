import { categoryWords, complaintChoice, type ConcernCategory } from "#app/domain/concern/categories.ts";

const groups: readonly { label: string; categories: readonly ConcernCategory[] }[] = [
  { label: "Anti-social behaviour", categories: ["asb-nuisance", "asb-personal", "asb-environmental"] },
  { label: "Roads", categories: ["speeding", "parking", "off-road-bikes"] },
  {
    label: "Crime around here",
    categories: ["drugs", "theft-burglary", "damage", "shop-theft", "vehicle-crime", "rural-wildlife"],
  },
  {
    label: "People and the police",
    categories: ["alcohol", "hate-tension", "young-people", "police-visibility", "other"],
  },
];

const toItem = (category: ConcernCategory) => ({ value: category, words: categoryWords[category].name });

/** What a concern may be about, for a list to choose from. */
export const categoryGroups = groups.map(({ label, categories }) => ({
  label,
  items: categories.map(toItem),
}));

/** The same, with the choice that leads elsewhere. */
export const raisableGroups = categoryGroups.map(({ label, items }, index) => ({
  label,
  items:
    index === categoryGroups.length - 1
      ? [...items, { value: complaintChoice.value, words: complaintChoice.name }]
      : items,
}));
