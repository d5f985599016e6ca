import type { WantedMeasure } from "#app/domain/measure/wanted-measure.ts";
import { addDays } from "#app/domain/team/day.ts";
import type { MeasureChange } from "#db/queries/measure-change.ts";

/** A measure as it is kept: the time of its baseline up to the day after its last. Its kind is set once. */
export const storedMeasure = ({
  kind,
  title,
  unit,
  source,
  aim,
  incidentKinds,
  baseline,
  target,
  baselineFrom,
  baselineTo,
  isPublic,
}: WantedMeasure): MeasureChange & {
  title: string;
  unit: string;
  source: string;
  aim: WantedMeasure["aim"];
} => ({
  title: title.trim(),
  unit: unit.trim(),
  source: source.trim(),
  aim,
  incidentKinds: kind === "incidents" ? [...incidentKinds] : null,
  baseline,
  target,
  baselineFrom,
  baselineUntil: baselineTo === null ? null : addDays(baselineTo, 1),
  isPublic,
});
