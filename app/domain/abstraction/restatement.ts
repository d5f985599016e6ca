import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { hoursWords, sharesOfMinute } from "./shares.ts";
import type { Sums } from "./shown-figure.ts";
import type { PublishedScope } from "./words.ts";

// Less than this is nought in hours of one decimal.
const minutesShown = 3;

/**
 * Why a figure is published anew, from the figures alone: never the words of whoever corrected something. Of a
 * neighbourhood no hours: there they could be one person's.
 */
export function restatementOf(
  scope: PublishedScope,
  { before, after, on }: { before: Sums; after: Sums; on: Day },
): string {
  const changes = [
    changeInWords(scope, "other work", before.abstractedA, after.abstractedA),
    changeInWords(scope, "duty", before.duty, after.duty),
  ].filter((change) => change !== null);
  const what = changes.length > 0 ? changes.join(", and ") : otherChange(before, after);
  return `Restated on ${dayInWords(on)}: ${what}.`;
}

function changeInWords(scope: PublishedScope, of: string, before: number, after: number): string | null {
  if (before === after) return null;
  const number = numberOfHours(scope, Math.abs(after - before));
  const isOne = number === "1";
  const [compared, verb] =
    after > before
      ? ["more", isOne ? "was recorded late" : "were recorded late"]
      : ["fewer", isOne ? "is recorded" : "are recorded"];
  return `${number === null ? "" : `${number} `}${compared} ${isOne ? "hour" : "hours"} of ${of} ${verb}`;
}

/** "2.5"; null where no number is told, or where it would be nought. */
const numberOfHours = (scope: PublishedScope, shares: number): string | null =>
  scope === "neighbourhood" || shares < minutesShown * sharesOfMinute
    ? null
    : (hoursWords(shares).split(" ")[0] ?? null);

function otherChange(before: Sums, after: Sums): string {
  if (before.confirmed !== after.confirmed || before.duties !== after.duties)
    return "more is known of which duties were accounted for";
  if (before.lent !== after.lent) return "hours spent in another neighbourhood were corrected";
  return "details behind the figure were corrected";
}
