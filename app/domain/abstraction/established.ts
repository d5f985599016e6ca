import type { PostKind } from "#app/domain/team/team.ts";
import { addMonths, type Month } from "./month.ts";
import { daysBetween } from "#app/domain/team/day.ts";

/** The posts whose time is counted; specials apart from the others. */
export const countedKinds = ["sergeant", "pc", "pcso", "special"] as const satisfies readonly PostKind[];
export type CountedKind = (typeof countedKinds)[number];

/** Contracted hours a week of a full-time post. A special constable has none. */
export const weeklyHours: Readonly<Record<CountedKind, number>> = {
  sergeant: 40,
  pc: 40,
  pcso: 37,
  special: 0,
};

/** Of a full-time equivalent, which is kept to three decimals. */
export const thousandths = 1_000;

/** The contracted minutes of a post in a month, held or vacant: so much of a week as it has days, half up. */
export function establishedMinutes(kind: CountedKind, fullTimeEquivalent: number, month: Month): number {
  const days = daysBetween(month, addMonths(month, 1));
  const of = Math.round(fullTimeEquivalent * thousandths) * weeklyHours[kind] * 60 * days;
  return Math.floor((2 * of + 7 * thousandths) / (2 * 7 * thousandths));
}
