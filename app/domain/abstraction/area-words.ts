import { monthInWords } from "#app/domain/measure/month.ts";
import type { PublishedFigure } from "./published-series.ts";
import { targetPercent } from "./rate.ts";
import type { ShownArea } from "./shown-area.ts";

type AreaMonth = PublishedFigure<ShownArea>;

/** The rate of an area's month, or its band, or that there is none: "9.8%". */
const areaRate = ({ rate, band }: ShownArea): string => rate?.words ?? band ?? "No figure";

/** The same with what has to be known of it: "10.2%, over target (restated)". */
export function areaCell({ latest, revisions }: AreaMonth): string {
  const marks = [
    ...(latest.shown.isProvisional ? ["provisional"] : []),
    ...(revisions.length > 1 ? ["restated"] : []),
  ];
  return `${areaRate(latest.shown)}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
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
