import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Month } from "./month.ts";
import { nextPublication, periodInWords } from "./publishing.ts";
import { leastComplete } from "./rate.ts";
import type { Revision, ShownFigure } from "./shown-figure.ts";
import { promised } from "./spent-words.ts";

/** What a resident reads of a quarter: the sentence, then what has to be known with it. */
export interface PublicSentence {
  /** "From July to September 2026 your team spent 91 of every 100 duty hours on neighbourhood policing." */
  spent: string;
  /** "The promise is at least 90."; null where there was no duty. */
  promise: string | null;
  /** Lent, provisional, banded, restated: one sentence or two each. */
  beside: string[];
}

/** The words about a quarter, from what was published of it, the first first. */
export function publicSentence(
  startsOn: Month,
  revisions: readonly Revision<ShownFigure>[],
): PublicSentence | null {
  const latest = revisions.at(-1);
  if (latest === undefined) return null;
  const { shown } = latest;
  const period = periodInWords("quarter", startsOn);
  if (shown.spent === null)
    return {
      spent: `From ${period} no duty of your team is recorded, so there is no figure.`,
      promise: null,
      beside: present([restatedInWords(revisions)]),
    };
  return {
    spent: `From ${period} your team spent ${shown.spent} of every 100 duty hours on neighbourhood policing.`,
    promise: `The promise is at least ${promised}.`,
    beside: present([
      lentInWords(shown),
      shown.isProvisional
        ? `This is provisional: fewer than ${leastComplete} of every 100 duties were accounted for in time. It may change.`
        : null,
      shown.isBanded
        ? "The team here is small, so only a range is given: an exact figure would be about one or two people."
        : null,
      restatedInWords(revisions),
    ]),
  };
}

const present = (sentences: readonly (string | null)[]) => sentences.filter((sentence) => sentence !== null);

function lentInWords({ lent, isLent }: ShownFigure): string | null {
  if (!isLent) return null;
  if (lent === null) return "Some of the duty hours were spent in another neighbourhood.";
  if (lent === 0) return "Of every 100 duty hours, fewer than 1 was spent in another neighbourhood.";
  return `Of every 100 duty hours, ${lent} ${lent === 1 ? "was" : "were"} spent in another neighbourhood.`;
}

function restatedInWords(revisions: readonly Revision<ShownFigure>[]): string | null {
  const [before, latest] = [revisions.at(-2), revisions.at(-1)];
  if (before === undefined || latest?.restatement == null) return null;
  const said =
    before.shown.spent === null
      ? "Before, there was no figure."
      : `Before, it was ${before.shown.spent.replace(/,$/, "")}${before.shown.isProvisional ? ", provisionally" : ""}.`;
  return `${latest.restatement} ${said}`;
}

/** What stands where nothing was published yet. */
export const noFigureYet = (today: Day): string =>
  `No figure is published yet. Figures of a quarter come a month after it is over: the next are due on ${dayInWords(nextPublication("quarter", today))}.`;
