import type { CodeRule } from "./codes.ts";
import type { PublishedFigure } from "./published-series.ts";
import { lastDayOf } from "./publishing.ts";
import type { ShownArea } from "./shown-area.ts";
import type { ShownFigure } from "./shown-figure.ts";
import type { PublishedPeriod } from "./words.ts";

/** The fields that every figure has as open data, of its latest or an earlier revision. */
const common = ({ rate, band, isBreach, isProvisional }: ShownArea | ShownFigure) => ({
  percent: percentOf(rate?.words ?? null),
  band,
  isOverTarget: isBreach,
  isProvisional,
});

/** The number as it is printed, so that nobody rounds it to the target: 10.04. */
const percentOf = (words: string | null): number | null =>
  words === null ? null : Number.parseFloat(words.replace("just over ", ""));

const withoutHours = { dutyHours: null, abstractedHours: null, exemptHours: null };

const areaFields = (shown: ShownArea) => ({
  ...common(shown),
  percentB: percentOf(shown.rateB),
  percentComplete: percentOf(shown.complete),
  percentDelivered: percentOf(shown.hours?.delivered ?? null),
  dutyHours: shown.hours?.duty ?? null,
  abstractedHours: shown.hours?.abstracted ?? null,
  exemptHours: shown.hours?.exempt ?? null,
});

const placeFields = (shown: ShownFigure) => ({
  ...common(shown),
  spentOfHundred: shown.spent?.replace(/,$/, "") ?? null,
  lentOfHundred: shown.lent,
});

function figureOf<Shown, Fields extends object>(
  period: PublishedPeriod,
  { startsOn, version, revisions, latest, overSince }: PublishedFigure<Shown>,
  fieldsOf: (shown: Shown) => Fields,
  earlierOf: (shown: Shown) => Fields = fieldsOf,
) {
  return {
    from: startsOn,
    to: lastDayOf(period, startsOn),
    definition: version,
    publishedOn: latest.publishedOn,
    ...fieldsOf(latest.shown),
    overTargetSince: overSince,
    restatement: latest.restatement,
    earlier: revisions.slice(0, -1).map(({ publishedOn, shown }) => ({ publishedOn, ...earlierOf(shown) })),
  };
}

/** The month of the force or a BCU as open data; hours of the latest revision alone, so that none are what was added. */
export const openMonth = (figure: PublishedFigure<ShownArea>) =>
  figureOf("month", figure, areaFields, (shown) => ({ ...areaFields(shown), ...withoutHours }));
/** The quarter of a neighbourhood as open data: no hours. */
export const openQuarter = (figure: PublishedFigure<ShownFigure>) => figureOf("quarter", figure, placeFields);

export type OpenMonth = ReturnType<typeof openMonth>;
export type OpenQuarter = ReturnType<typeof openQuarter>;

/** A version of the definition as open data. */
export const openDefinition = ({
  codes,
  ...definition
}: {
  version: number;
  effectiveFrom: string;
  words: string;
  notes: string;
  agreedBy: readonly string[];
  agreedOn: string | null;
  consultedOn: string | null;
  change: string;
  codes: readonly CodeRule[];
}) => ({
  version: definition.version,
  effectiveFrom: definition.effectiveFrom,
  words: definition.words,
  notes: definition.notes,
  agreedBy: definition.agreedBy,
  agreedOn: definition.agreedOn,
  consultedOn: definition.consultedOn,
  change: definition.change,
  codes: codes.map(({ code, words, kind, countsA, countsB, note }) => ({
    code,
    words,
    kind,
    countsA,
    countsB,
    note,
  })),
});

/** Whose licence the figures are under. */
export const licence = {
  name: "Open Government Licence v3.0",
  url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
} as const;
