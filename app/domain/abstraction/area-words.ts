import type { ChartPoint } from "#app/domain/measure/chart.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import type { Month } from "./month.ts";
import type { PublishedFigure } from "./published-series.ts";
import { targetPercent } from "./rate.ts";
import type { ShownArea } from "./shown-area.ts";

type AreaMonth = PublishedFigure<ShownArea>;

/** The rate of an area's month, or its band, or that there is none: "9.8%". */
const areaRate = ({ rate, band }: ShownArea): string => rate?.words ?? band ?? "No figure";

/** What has to be known of a month's figure: "provisional, restated"; null where there is nothing. */
function noteOf({ latest, revisions }: AreaMonth): string | null {
  const notes = [
    ...(latest.shown.isProvisional ? ["provisional"] : []),
    ...(revisions.length > 1 ? ["restated"] : []),
  ];
  return notes.length === 0 ? null : notes.join(", ");
}

/** The rates of an area as a chart has them, each said as the table says it; a band is a gap. */
export const areaPoints = (months: readonly AreaMonth[]): ChartPoint[] =>
  months.flatMap((month) => {
    const { rate } = month.latest.shown;
    return rate === null
      ? []
      : [
          {
            on: month.startsOn,
            value: rate.tenths / 10,
            margin: null,
            words: rate.words,
            note: noteOf(month),
          },
        ];
  });

/** The months from which an area's figures are worked out with another definition than the month before. */
export const areaBreaks = (months: readonly AreaMonth[]): Month[] =>
  months.flatMap(({ startsOn, version }, at) =>
    at > 0 && months[at - 1]?.version !== version ? [startsOn] : [],
  );

/** The rate with what has to be known of it: "10.2%, over target (restated)". */
export function areaCell(month: AreaMonth): string {
  const note = noteOf(month);
  return `${areaRate(month.latest.shown)}${note === null ? "" : ` (${note})`}`;
}

/** "In September 2026 9.8% of neighbourhood duty in the force went to other work. The target is no more than 10%." */
export function forceSentence({ startsOn, latest: { shown } }: AreaMonth): string {
  const month = monthInWords(startsOn);
  if (shown.isBreach === null) return `In ${month} no neighbourhood duty is recorded, so there is no figure.`;
  // Whether it is over the target the next sentence makes plain enough.
  const share = areaRate(shown).replace(", over target", "");
  return `In ${month}, ${share} of neighbourhood duty in the force went to other work. The target is no more than ${targetPercent}%.${
    shown.isProvisional ? " This is provisional: too few duties were accounted for in time." : ""
  }`;
}
