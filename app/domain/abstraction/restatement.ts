import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Sums } from "./shown-figure.ts";

/**
 * Why a figure is published anew, from the figures alone: never the words of whoever corrected something, and no number.
 * Hours that one neighbourhood and its BCU were restated by on the same day would be one person's.
 */
export const restatementOf = ({ before, after, on }: { before: Sums; after: Sums; on: Day }): string =>
  `Restated on ${dayInWords(on)}: ${changeInWords(before, after)}.`;

function changeInWords(before: Sums, after: Sums): string {
  if (after.duty > before.duty || after.abstractedA > before.abstractedA) return "time was recorded late";
  if (after.duty < before.duty || after.abstractedA < before.abstractedA) return "time was corrected";
  if (before.confirmed !== after.confirmed || before.duties !== after.duties)
    return "more is known of which duties were accounted for";
  if (before.lent !== after.lent) return "hours spent in another neighbourhood were corrected";
  return "details behind the figure were corrected";
}
