import { monthInWords } from "#app/domain/measure/month.ts";
import type { RateArea } from "./area.ts";
import { percentWords } from "./percentage.ts";
import { leastComplete, targetPercent, type Rate } from "./rate.ts";
import type { RateFigure } from "./rate-figure.ts";

const nameIn = ({ kind, name }: RateArea) => (kind === "force" ? "the force" : name);

/** What a rate leaves of all duty, with as many decimals as it is said with, so that both come to a hundred. */
export function keptInWords({ words }: Pick<Rate, "words">): string {
  if (words.startsWith("just over ")) return `just under ${100 - targetPercent}%`;
  const [figure = "0"] = words.split("%");
  const [whole = "0", decimals = ""] = figure.split(".");
  const all = 100n * 10n ** BigInt(decimals.length);
  return percentWords(all - BigInt(`${whole}${decimals}`), decimals.length);
}

/** What a month's figure says, before any drawing. */
export function rateInWords({ area, month, words, rate, hours }: RateFigure): string {
  const when = `In ${monthInWords(month)}`;
  if (rate === null) {
    return hours === null && words.includes("%")
      ? `${when} abstraction in ${nameIn(area)} was ${words} of duty hours. Fewer than three posts serve it, so no more is shown.`
      : `${when} ${nameIn(area)} had no neighbourhood duty, so there is no rate.`;
  }
  const [share = ""] = words.split(",");
  const its = area.kind === "neighbourhood" ? "itself" : "its neighbourhoods";
  const target = `the target of ${targetPercent}%`;
  return `${when} ${nameIn(area)} used ${keptInWords(rate)} of duty hours for ${its}; ${share} was abstraction: ${rate.isBreach ? `over ${target}` : `within ${target}`}.`;
}

/** Why a figure may still change; null where it is complete. */
export const provisionalInWords = ({ complete }: Pick<RateFigure, "complete">): string | null =>
  complete?.isProvisional === true
    ? `This is provisional: ${complete.words} of duties were confirmed in time, fewer than ${leastComplete}%.`
    : null;

/** That a month has nothing to say, which is no rate and not nought. */
export const noFiguresInWords = (area: RateArea, month: string): string =>
  `There are no figures for ${nameIn(area)} in ${monthInWords(month)}: no duties are recorded. That is not a rate of 0%.`;
