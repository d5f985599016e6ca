export const agencyKinds = [
  "police",
  "county",
  "district",
  "housing",
  "health",
  "fire",
  "probation",
  "youth justice",
  "education",
  "voluntary",
  "business",
] as const;
export type AgencyKind = (typeof agencyKinds)[number];
