export const urbanRural = ["urban", "town", "rural"] as const;
export type UrbanRural = (typeof urbanRural)[number];
