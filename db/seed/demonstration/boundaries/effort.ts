import type { UrbanRural } from "#app/domain/structure/structure.ts";

/** How hard a neighbourhood of each kind finds the ground: towns stay compact inside the country around them. */
export const effortOf: Readonly<Record<UrbanRural, number>> = { urban: 1.5, town: 1.2, rural: 1 };
